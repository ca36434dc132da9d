import { matchesHmac, toHmacKey } from "#crypto";
import type { Key } from "../crypto/key.js";
import { readSecret, type SecretFormat } from "./secret.js";
import { type SignatureOptions, signed, type SignedScheme } from "./signed.js";

/** Hash functions of an HMAC. */
export type HmacAlgorithm = "sha1" | "sha256" | "sha512";

const DIGEST_BYTES: Readonly<Record<HmacAlgorithm, number>> = { sha1: 20, sha256: 32, sha512: 64 };

/** How a provider makes its HMAC. */
export interface HmacOptions extends SignatureOptions {
  readonly algorithm?: HmacAlgorithm;
  /** How the secret is written; its text is the key unless told. */
  readonly secret?: SecretFormat;
}

/** An HMAC scheme as the signing side reads it. */
export interface HmacScheme extends SignedScheme<Key> {
  readonly algorithm: HmacAlgorithm;
}

/** HMAC over the raw body, or over `content` (RFC 2104). SHA-256 unless told. */
export function hmac({ algorithm = "sha256", secret: format, ...options }: HmacOptions): HmacScheme {
  return signed<Key, { readonly algorithm: HmacAlgorithm }>(
    {
      scheme: "hmac",
      toKey: (secret) => {
        const key = readSecret(secret, format);
        return key === undefined ? undefined : toHmacKey(key);
      },
      isSignature: ({ length }) => length === DIGEST_BYTES[algorithm],
      matches: (key, signatures, pieces) => matchesHmac(algorithm, key, pieces, signatures),
    },
    options,
    { algorithm },
  );
}
