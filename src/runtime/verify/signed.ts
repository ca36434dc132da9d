import { equalBytes, hashBytes } from "#crypto";
import { chain, some, type MaybePromise } from "../promise.js";
import { headerValue } from "../request.js";
import { checkFreshness, readTimestamp, type Time, type TimestampSource } from "./clock.js";
import { body, type ContentPart, type SignedContent, timestamp, toPieces } from "./content.js";
import { decode } from "./decode.js";
import { type Check, type Pieces, type Refusal, refused, type Scheme, type Verdict } from "./delivery.js";
import { everyVerdict, type ItemsSource } from "./items.js";
import { queryValue, type QuerySource, type SignatureSource } from "./sources.js";

/** What every scheme that signs some content is told. */
export interface SignatureOptions {
  readonly signature: SignatureSource;
  /** What is signed; the body unless told. */
  readonly content?: SignedContent;
  readonly timestamp?: TimestampSource;
  /** Headers that must be there and say just this; a parameter that is not set asks for nothing. */
  readonly require?: Readonly<Record<string, string | ContentPart>>;
  /** Where the URL is signed and holds a hash of the body: with it, form fields are not signed one by one. */
  readonly bodyHash?: QuerySource;
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
  const { scheme: name, toKey } = algorithm;
  const scheme: SignedScheme<Key> = {
    content: [body],
    ...options,
    scheme: name,
    signed: true,
    keyless: false,
    toKey,
    verify: (check, keys) => {
      if (scheme.items === undefined) return verify(algorithm, scheme, check, keys);
      const items = scheme.items.read(check);
      // A batch of nothing carries no signature either.
      if (items.length === 0) return refused("signature_missing");
      return everyVerdict(items, (item) => verify(algorithm, scheme, { ...check, payload: () => item }, keys));
    },
  };
  return { ...facts, ...scheme };
}

function verify<Key>(algorithm: Algorithm<Key>, scheme: SignedScheme<Key>, check: Check, keys: readonly Key[]): MaybePromise<Verdict> {
  const lacking = scheme.require && missingHeader(scheme.require, check);
  if (lacking) return refused(lacking);
  const written = scheme.signature.read(check);
  if (typeof written === "string") return refused(written);
  const signatures = written.texts.map((text) => decode(text, scheme.signature.encoding)).filter((bytes) => bytes !== undefined);
  const plausible = signatures.filter(algorithm.isSignature);
  if (plausible.length === 0) return refused("signature_malformed");
  // A time that is not signed is read after the signature: it may stand in the body.
  const time = scheme.timestamp && scheme.content.includes(timestamp) ? readTimestamp(scheme.timestamp, check, written.time) : undefined;
  if (typeof time === "string") return refused(time);
  return chain(bodyHash(scheme, check), (content) => {
    if (typeof content === "string") return refused(content);
    const contents = (scheme.urls?.(check) ?? [check]).map((variant) => toPieces(content, variant, time?.text ?? ""));
    const failed = contents.find((pieces) => typeof pieces === "string");
    if (failed !== undefined) return refused(failed as Refusal);
    // Every key is tried, so that the time taken does not tell which one matched.
    const tries = keys.flatMap((key) => contents.map((pieces) => algorithm.matches(key, plausible, pieces as Pieces)));
    return chain(some(tries), (matched) => (matched ? fresh(scheme, check, time ?? written.time, contents[0] as Pieces) : refused("signature_mismatch")));
  });
}

/** Only now: before the signature matched, the timestamp is anybody's. */
function fresh({ timestamp: source }: SignedScheme, check: Check, found: Time | string | undefined, pieces: Pieces): Verdict {
  if (source === undefined) return { ok: true, timestamp: undefined, signed: pieces };
  const time = typeof found === "object" ? found : readTimestamp(source, check, found);
  if (typeof time === "string") return refused(time);
  const stale = checkFreshness(source, time.time, check);
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

/** The content to sign: without the form's fields where the URL holds a hash of the body, once that hash is right. */
function bodyHash({ bodyHash: source, content }: SignedScheme, check: Check): MaybePromise<SignedContent | Refusal> {
  const text = source && queryValue(check.delivery, source.name);
  if (!source || text === undefined) return content;
  const expected = decode(text, source.encoding);
  if (expected === undefined) return "signature_malformed";
  return chain(hashBytes("sha256", [check.delivery.body]), (hash) =>
    equalBytes(hash, expected) ? content.filter((item) => typeof item === "string" || item.part !== "form") : "signature_mismatch",
  );
}
