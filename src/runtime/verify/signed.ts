import { chain, some, type MaybePromise } from "../promise.js";
import { headerValue } from "../request.js";
import type { BodyHashSource } from "./body-hash.js";
import type { Time, TimestampSource } from "./clock.js";
import { body, type ContentPart, refusedPart, type SignedContent, timestamp, toPieces } from "./content.js";
import { decode } from "./decode.js";
import { type Check, type Pieces, type Refusal, refused, type Scheme, type Verdict } from "./delivery.js";
import type { ItemsSource } from "./items.js";
import type { SignatureSource } from "./sources.js";

/** What every scheme that signs some content is told. */
export interface SignatureOptions {
  readonly signature: SignatureSource;
  /** What is signed; the body unless told. */
  readonly content?: SignedContent;
  readonly timestamp?: TimestampSource;
  /** Headers that must be there and say just this; a parameter that is not set asks for nothing. */
  readonly require?: Readonly<Record<string, string | ContentPart>>;
  /** Where the URL is signed and holds a hash of the body: with it, form fields are not signed one by one. */
  readonly bodyHash?: BodyHashSource;
  /** The URLs that a signed URL may stand for. */
  readonly urls?: (check: Check) => readonly Check[];
  /** Where each item of a batch is signed by itself. */
  readonly items?: ItemsSource;
}

/** The part in which schemes differ. */
export interface Algorithm<Key> {
  readonly scheme: string;
  toKey(secret: string): Key | undefined;
  /** Whether decoded bytes can be a signature at all: the check that costs nothing. */
  isSignature(bytes: Uint8Array): boolean;
  /** Whether any of the signatures is the key's over the pieces. */
  matches(key: Key, signatures: readonly Uint8Array[], pieces: Pieces): MaybePromise<boolean>;
}

/** A scheme that signs some content, with everything filled in, as the signing side reads it. */
export interface SignedScheme<Key = unknown> extends Scheme<Key>, SignatureOptions {
  readonly content: SignedContent;
}

/** A scheme from its algorithm and its options. */
export function signed<Key, Facts extends object>(algorithm: Algorithm<Key>, options: SignatureOptions, facts: Facts): SignedScheme<Key> & Facts {
  const { items } = options;
  const scheme: SignedScheme<Key> & Facts = {
    ...facts,
    content: [body],
    ...options,
    scheme: algorithm.scheme,
    signed: true,
    keyless: false,
    toKey: algorithm.toKey,
    verify: (check, keys) => (items ? items.verify(check, (item) => verify(algorithm, scheme, item, keys)) : verify(algorithm, scheme, check, keys)),
  };
  return scheme;
}

function verify<Key>(algorithm: Algorithm<Key>, scheme: SignedScheme<Key>, check: Check, keys: readonly Key[]): MaybePromise<Verdict> {
  const { require, signature, timestamp: clock, content, bodyHash } = scheme;
  const lacking = require && missingHeader(require, check);
  if (lacking) return refused(lacking);
  const written = signature.read(check);
  if (typeof written === "string") return refused(written);
  const signatures: Uint8Array[] = [];
  for (const text of written.texts) {
    const bytes = decode(text, signature.encoding);
    if (bytes && algorithm.isSignature(bytes)) signatures.push(bytes);
  }
  if (signatures.length === 0) return refused("signature_malformed");
  // A time that is not signed is read after the signature: it may stand in the body.
  const time = clock && content.includes(timestamp) ? clock.read(check, written.time) : undefined;
  if (typeof time === "string") return refused(time);
  return chain(bodyHash ? bodyHash.narrow(content, check) : content, (parts) =>
    typeof parts === "string" ? refused(parts) : matchContent(algorithm, scheme, check, keys, signatures, parts, time ?? written.time),
  );
}

/** Every key is tried on every content, so that the time taken does not tell which one matched. */
function matchContent<Key>(algorithm: Algorithm<Key>, scheme: SignedScheme<Key>, check: Check, keys: readonly Key[], signatures: readonly Uint8Array[], parts: SignedContent, time: Time | string | undefined): MaybePromise<Verdict> {
  const tries: MaybePromise<boolean>[] = [];
  let first: Pieces | undefined;
  for (const variant of scheme.urls?.(check) ?? [check]) {
    const pieces = toPieces(parts, variant, typeof time === "object" ? time.text : "");
    if (typeof pieces === "string") return refusedPart(parts, pieces);
    first ??= pieces;
    for (const key of keys) tries.push(algorithm.matches(key, signatures, pieces));
  }
  return chain(some(tries), (matched) => (matched ? fresh(scheme, check, time, first) : refused("signature_mismatch")));
}

/** Only now: before the signature matched, the timestamp is anybody's. */
function fresh({ timestamp: clock }: SignedScheme, check: Check, found: Time | string | undefined, pieces: Pieces | undefined): Verdict {
  if (!clock) return { ok: true, timestamp: undefined, signed: pieces };
  const time = typeof found === "object" ? found : clock.read(check, found);
  if (typeof time === "string") return refused(time);
  const stale = clock.check(time.time, check);
  return stale ? refused(stale) : { ok: true, timestamp: time.time, signed: pieces };
}

function missingHeader(required: NonNullable<SignatureOptions["require"]>, check: Check): Refusal | undefined {
  for (const [name, wanted] of Object.entries(required)) {
    const value = typeof wanted === "string" ? wanted : wanted.read(check, "");
    if (value === undefined) continue;
    const found = headerValue(check.delivery.headers, name.toLowerCase());
    if (found !== value) return found === undefined ? "header_missing" : "header_mismatch";
  }
  return undefined;
}
