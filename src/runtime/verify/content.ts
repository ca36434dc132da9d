import { headerValue } from "../request.js";
import { type Check, type Pieces, type Refusal, refused, type Verdict } from "./delivery.js";
import { asText, atPath } from "./sources.js";

/** A part of the signed content that is taken from the delivery. */
export interface ContentPart {
  readonly part: string;
  /** `time` is the timestamp exactly as written. Undefined when the part cannot be had. */
  read(check: Check, time: string): string | Uint8Array | undefined;
  /** Why a delivery without this part is refused. */
  readonly otherwise?: Refusal;
  /** What to do about it, where it is the receiver's fault. */
  readonly advice?: string;
}

/** What is signed, in order: literal text and parts of the delivery. */
export type SignedContent = readonly (string | ContentPart)[];

/** The body's exact bytes. */
export const body: ContentPart = { part: "body", read: ({ delivery }) => delivery.body };

/** The timestamp exactly as it is written. */
export const timestamp: ContentPart = { part: "timestamp", read: (_, time) => time };

/** The request's method: `POST`. */
export const method: ContentPart = { part: "method", read: ({ delivery }) => delivery.method };

/** Stands for the secret's bytes: for hashes that are made over the secret and are no HMAC. */
export const secret: ContentPart = { part: "secret", read: () => SECRET_PLACE };

/** Where `secret` stands among the pieces: the scheme that knows the secret puts it there. */
export const SECRET_PLACE: Uint8Array = /* @__PURE__ */ new Uint8Array(0);

/** The text of a header. */
export function headerText(name: string): ContentPart {
  const lower = name.toLowerCase();
  return { part: "header", read: ({ delivery }) => headerValue(delivery.headers, lower), otherwise: "header_missing" };
}

/** The text of a body field by its dotted path; nothing where the body has none. */
export function fieldText(path: string): ContentPart {
  const keys = path.split(".");
  return { part: "field", read: (check) => asText(atPath(keys, check.payload()) ?? ""), otherwise: "body_malformed" };
}

/** A value that the receiver is set up with: `parameter("webhookId")`. */
export function parameter(name: string): ContentPart {
  return { part: "parameter", read: ({ params }) => (Object.hasOwn(params, name) ? params[name] : undefined), otherwise: "parameter_missing", advice: SET_PARAMETER };
}

/** What to do about a parameter that is missing. */
export const SET_PARAMETER = "This provider's signature needs a value that is not set: give the handler the option params, or set its environment variable";

/** The refusal of a delivery that lacks one of these parts. */
export function refusedPart(parts: readonly (string | ContentPart)[], reason: Refusal): Verdict {
  const part = parts.find((one) => typeof one === "object" && one.otherwise === reason) as ContentPart | undefined;
  return refused(reason, part?.advice);
}

/** The pieces to feed to the hash, the body as bytes and never decoded. Texts next to each other are one. */
export function toPieces(content: SignedContent, check: Check, time: string): Pieces | Refusal {
  const pieces: (string | Uint8Array)[] = [];
  for (const item of content) {
    const piece = typeof item === "string" ? item : item.read(check, time);
    if (piece === undefined) return (item as ContentPart).otherwise ?? "signature_malformed";
    const last = pieces.at(-1);
    if (typeof piece === "string" && typeof last === "string") pieces[pieces.length - 1] = last + piece;
    else pieces.push(piece);
  }
  return pieces;
}
