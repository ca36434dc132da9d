import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from "node:crypto";
import type { HmacAlgorithm } from "../verify/hmac.js";
import type { SignatureEncoding } from "../verify/sources.js";
import type { HmacKey } from "./hmac-key.js";

/** The secret's UTF-8 bytes as a key: as a KeyObject it hashes up to five times faster than as bytes on Node 24. */
export function toHmacKey(secret: string): HmacKey {
  return createSecretKey(secret, "utf8");
}

/** The HMAC of the pieces in order; text counts as UTF-8. */
export function hmacBytes(algorithm: HmacAlgorithm, key: HmacKey, pieces: readonly (string | Uint8Array)[]): Uint8Array {
  const hmac = createHmac(algorithm, key as KeyObject);
  for (const piece of pieces) hmac.update(piece);
  return hmac.digest();
}

/** Compares in constant time. Different lengths are unequal. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Decodes a text that was checked to be well formed. */
export function fromText(text: string, encoding: SignatureEncoding): Uint8Array {
  return Buffer.from(text, encoding);
}

/** Encodes bytes the way signatures are written. */
export function toText(bytes: Uint8Array, encoding: SignatureEncoding): string {
  return Buffer.from(bytes).toString(encoding);
}
