import { hmacBytes, toHmacKey, toText } from "#crypto";
import { fail, isFailure, type Failure, type Outcome } from "../outcome.js";
import { all, attempt, chain, type MaybePromise, quietly } from "../promise.js";
import type { Receiver } from "../receiver.js";
import { WebhookResponse } from "../response.js";
import { SET_PARAMETER } from "./content.js";
import type { Check } from "./delivery.js";
import type { Encoding } from "./decode.js";
import { equalTexts } from "./token.js";
import type { ValueList } from "./listed-in.js";
import { asText, type Source } from "./sources.js";
import type { Visit } from "./visit.js";

/** A request that asks for an answer of its own and is no event: a provider making sure of the endpoint. */
export interface Handshake {
  /** Whether it is answered before verification, as the provider does not sign it. */
  readonly unsigned: boolean;
  readonly method: string;
  matches(check: Check): boolean;
  answer(check: Check, context: HandshakeContext): MaybePromise<Outcome>;
}

/** What a handshake may use of the receiver. */
export type HandshakeContext = Pick<Receiver, "secrets" | "onSecret" | "logger" | "spec">;

/** How a handshake is told and answered. */
export interface HandshakeOptions {
  readonly unsigned?: true;
  /** `POST` unless told. */
  readonly method?: "GET" | "HEAD" | "OPTIONS";
  /** What the request says, of the same JSON type, or one of a list; anything at all where no value is given. All of it must hold. */
  readonly when?: readonly (readonly [source: Source, value?: string | number | boolean | ValueList])[];
  /** A value that must be the receiver's parameter of that name, else 403. */
  readonly expect?: readonly [source: Source, parameter: string];
  /** Where the request tells a secret. It goes to the option `onSecret`, and nowhere else. */
  readonly secret?: Source;
  /** What is done before the answer. */
  readonly visit?: Visit;
  readonly reply?: HandshakeReply;
}

/** The answer: status 200 and nothing unless told. Pieces of a text stand side by side. */
export interface HandshakeReply {
  readonly status?: number;
  readonly text?: ReplyValue;
  readonly json?: Readonly<Record<string, ReplyValue>>;
  readonly headers?: Readonly<Record<string, ReplyValue>>;
}

/** Said outright, taken from the request, or made of it with the secret. */
export type ReplyValue = ReplyPart | readonly ReplyPart[];

type ReplyPart = string | number | Source | KeyedHash;

/** A value's HMAC under the secret. */
export interface KeyedHash {
  readonly from: "hmac";
  make(check: Check, context: HandshakeContext): MaybePromise<string | undefined | Failure>;
}

/** What a provider lets be signed is a random word. */
const TOKEN = /^[\w+/.~-]{1,200}={0,2}$/;

/**
 * The HMAC of a value under the secret, in hex unless told: `hmacOf(field("payload.plainToken"))`. SHA-256. The key is
 * the one that deliveries are signed with, and anybody may ask: only what looks like a token is answered, never a text that
 * could be a delivery's signed content.
 */
export function hmacOf(source: Source, encoding: Encoding = "hex"): KeyedHash {
  return {
    from: "hmac",
    make: (check, { secrets }) => {
      const text = asText(source.get(check));
      if (text === undefined || !TOKEN.test(text)) return undefined;
      return chain(secrets(check.delivery), (texts) => {
        if (isFailure(texts)) return texts;
        return chain(hmacBytes("sha256", toHmacKey(texts[0] ?? ""), [text]), (bytes) => toText(bytes, encoding));
      });
    },
  };
}

/** Declares a handshake. */
export function handshake({ unsigned, method, when = [], expect, secret, visit, reply = {} }: HandshakeOptions): Handshake {
  return {
    unsigned: unsigned ?? false,
    method: method ?? "POST",
    matches: (check) => when.every(([source, wanted]) => says(source.get(check), wanted, check)),
    answer: (check, context) =>
      chain(expect ? isExpected(expect, check) : true, (fine) => {
        if (fine !== true) return fine;
        return chain(secret ? tell(secret, check, context) : undefined, (failure) =>
          failure ?? chain(visit?.make(check), (refusal) => refusal ?? write(reply, check, context)),
        );
      }),
  };
}

function says(value: unknown, wanted: string | number | boolean | ValueList | undefined, check: Check): boolean {
  if (typeof wanted === "object") return wanted.has(value, check);
  return wanted === undefined ? value !== undefined : value === wanted;
}

function isExpected([source, parameter]: NonNullable<HandshakeOptions["expect"]>, check: Check): MaybePromise<true | Failure> {
  const wanted = Object.hasOwn(check.params, parameter) ? check.params[parameter] : undefined;
  if (wanted === undefined || wanted.trim() === "") return fail("setup_incomplete", SET_PARAMETER);
  return chain(equalTexts(asText(source.get(check)) ?? "", wanted), (equal) => equal || fail("handshake_refused", "The handshake does not know the token"));
}

function tell(source: Source, check: Check, context: HandshakeContext): MaybePromise<Failure | undefined> {
  const secret = asText(source.get(check));
  if (!secret) return fail("body_malformed", "The handshake tells no secret");
  if (!context.onSecret) return warnLost(context);
  return chain(context.onSecret(secret, check.delivery) as MaybePromise<undefined>, () => undefined);
}

/** The provider tells it again when it is asked to: to refuse the handshake would only hide what is missing. */
function warnLost({ logger, spec: { provider, webhook } }: HandshakeContext): undefined {
  const reason = "The provider told its secret in a handshake, and nobody kept it: give the handler the option onSecret";
  quietly(() => logger.warn?.("Webhook secret lost", { provider, webhook, code: "setup_incomplete", reason }));
}

function write({ status = 200, text, json = {}, headers = {} }: HandshakeReply, check: Check, context: HandshakeContext): MaybePromise<Outcome> {
  const names = [...Object.keys(json), ...Object.keys(headers)];
  const values = [...Object.values(json), ...Object.values(headers), ...(text === undefined ? [] : [text])].map((value) => toValue(value, check, context));
  return chain(all(values), (made) => {
    const failure = made.find((value) => typeof value === "object");
    if (failure !== undefined) return failure as Failure;
    if (made.includes(undefined)) return fail("body_malformed", "The handshake does not say what to answer");
    const pairs = names.map((name, index) => [name, made[index]] as const);
    const count = Object.keys(json).length;
    const body = text === undefined ? (count > 0 ? Object.fromEntries(pairs.slice(0, count)) : undefined) : String(made.at(-1));
    // Kept as plain as it is: what is echoed here was written by somebody else.
    const plain = { "x-content-type-options": "nosniff" };
    const sent = { ...plain, ...(Object.fromEntries(pairs.slice(count)) as Record<string, string>) };
    return attempt<Outcome>(
      () => new WebhookResponse(body, { status, headers: sent }),
      () => fail("body_malformed", "The handshake asks for what no header can hold"),
    );
  });
}

type MadeValue = string | number | undefined | Failure;

function toValue(value: ReplyValue, check: Check, context: HandshakeContext): MaybePromise<MadeValue> {
  if (!Array.isArray(value)) return toPart(value as ReplyPart, check, context);
  return chain(all((value as readonly ReplyPart[]).map((part) => toPart(part, check, context))), (parts) =>
    parts.find((part) => typeof part === "object") ?? (parts.includes(undefined) ? undefined : parts.join("")),
  );
}

function toPart(part: ReplyPart, check: Check, context: HandshakeContext): MaybePromise<MadeValue> {
  if (typeof part !== "object") return part;
  return "make" in part ? part.make(check, context) : asText(part.get(check));
}
