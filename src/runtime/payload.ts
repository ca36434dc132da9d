import { type Failure, fail } from "./outcome.js";
import { headerValue } from "./request.js";
import type { WebhookSpec } from "./spec.js";
import type { Delivery } from "./verify/delivery.js";

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** A body as data, or why it is none. */
export type ReadBody = { readonly payload: unknown } | Failure;

/** Reads the body once, when it is first asked for. */
export type ReadPayload = () => ReadBody;

/** A body that is read when its turn comes: some schemes look into it, most deliveries are refused before. */
export function lazyPayload({ bodyFormat }: Pick<WebhookSpec, "bodyFormat">, delivery: Delivery): ReadPayload {
  let found: ReadBody | undefined;
  return () => (found ??= bodyFormat ? bodyFormat.read(delivery) : readJson(delivery));
}

/** JSON of a JSON content type. Without a type the signature has told enough. */
function readJson({ headers, body }: Delivery): ReadBody {
  const type = headerValue(headers, "content-type");
  return type === undefined || isJsonType(type) ? parseJson(body) : fail("content_type_unsupported");
}

/** Whether a content type is one of JSON. */
export function isJsonType(type: string): boolean {
  return /^application\/(?:[a-z\d.!#$&^_+-]+\+)?json[ \t]*(?:;|$)/i.test(type);
}

/** JSON, whatever the content type says. */
export function parseJson(body: Uint8Array): ReadBody {
  try {
    return { payload: JSON.parse(utf8.decode(body)) };
  } catch {
    // The parser's own message quotes the payload, so it is left out.
    return fail("body_malformed", "The body is not JSON in UTF-8");
  }
}

/** Whether a body has the top-level keys its event must have: an unsigned event name could lie about it. */
export function hasShape({ shape }: WebhookSpec, type: string, payload: unknown): boolean {
  const keys = shape && Object.hasOwn(shape, type) ? shape[type] : undefined;
  if (keys === undefined) return true;
  return typeof payload === "object" && payload !== null && keys.every((key) => Object.hasOwn(payload, key));
}
