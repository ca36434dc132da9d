import { equalBytes, fromText, hmacBytes, toHmacKey } from "#crypto";
import type { HmacKey } from "../crypto/hmac-key.js";
import { checkFreshness, readTimestamp, type TimestampSource } from "./clock.js";
import { body, toPieces, type SignedContent } from "./content.js";
import { encodedLength, isEncoded } from "./decode.js";
import { ACCEPTED, type Delivery, type Freshness, refused, type Refusal, type Scheme, type Verdict } from "./delivery.js";
import { type HeaderSource, readHeader } from "./sources.js";

/** Hash functions of an HMAC. */
export type HmacAlgorithm = "sha1" | "sha256" | "sha512";

const DIGEST_BYTES: Readonly<Record<HmacAlgorithm, number>> = { sha1: 20, sha256: 32, sha512: 64 };

/** How a provider makes its HMAC. */
export interface HmacOptions {
  readonly algorithm?: HmacAlgorithm;
  readonly signature: HeaderSource;
  /** What is signed; the body unless told. */
  readonly content?: SignedContent;
  readonly timestamp?: TimestampSource;
}

/** An HMAC scheme with everything filled in, as the signer in `testing` reads it. */
export interface HmacScheme extends Scheme<HmacKey> {
  readonly scheme: "hmac";
  readonly algorithm: HmacAlgorithm;
  readonly signature: HeaderSource;
  readonly content: SignedContent;
  readonly timestamp: TimestampSource | undefined;
}

/** HMAC over the raw body, or over `content` (RFC 2104). SHA-256 unless told. */
export function hmac(options: HmacOptions): HmacScheme {
  const { algorithm = "sha256", signature, content = [body], timestamp } = options;
  const scheme: HmacScheme = {
    scheme: "hmac",
    signed: true,
    algorithm,
    signature,
    content,
    timestamp,
    toKey: (secret) => (secret.trim() === "" ? undefined : toHmacKey(secret)),
    verify: (delivery, keys, freshness) => verifyHmac(scheme, delivery, keys, freshness),
  };
  return scheme;
}

function verifyHmac(scheme: HmacScheme, delivery: Delivery, keys: readonly HmacKey[], freshness: Freshness): Verdict {
  const expected = readSignature(scheme, delivery);
  if (typeof expected === "string") return refused(expected);
  const time = scheme.timestamp && readTimestamp(scheme.timestamp, delivery.headers);
  if (typeof time === "string") return refused(time);

  const pieces = toPieces(scheme.content, delivery, time?.text ?? "");
  let matched = false;
  // Every key is tried, so that the time taken does not tell which one matched.
  for (const key of keys) matched = equalBytes(hmacBytes(scheme.algorithm, key, pieces), expected) || matched;
  if (!matched) return refused("signature_mismatch");
  if (!scheme.timestamp || !time) return ACCEPTED;

  // Only now: before the signature matched, the timestamp is anybody's.
  const stale = checkFreshness(scheme.timestamp, time.time, freshness);
  return stale ? refused(stale) : { ok: true, timestamp: time.time };
}

function readSignature({ algorithm, signature }: HmacScheme, delivery: Delivery): Uint8Array | Refusal {
  const text = readHeader(signature, delivery.headers);
  if (text === undefined) {
    return delivery.headers[signature.name] === undefined ? "signature_missing" : "signature_malformed";
  }
  const wellFormed =
    text.length === encodedLength(DIGEST_BYTES[algorithm], signature.encoding) && isEncoded(text, signature.encoding);
  return wellFormed ? fromText(text, signature.encoding) : "signature_malformed";
}
