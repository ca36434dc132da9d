import { toPublicKey, toText, verifySignature } from "#crypto";
import { joinBytes } from "../bytes.js";
import type { Key } from "../crypto/key.js";
import { some } from "../promise.js";
import { readSecret, type SecretFormat } from "./secret.js";
import { type SignatureOptions, signed, type SignedScheme } from "./signed.js";

/** How a provider signs with Ed25519. */
export interface Ed25519Options extends SignatureOptions {
  /** How the public key's 32 bytes are written. */
  readonly key: SecretFormat;
}

/** Ed25519 (RFC 8032) over the raw body, or over `content`. The "secret" is the provider's public key. */
export function ed25519({ key: format, ...options }: Ed25519Options): SignedScheme<Key> {
  return signed<Key, object>(
    {
      scheme: "ed25519",
      toKey: (secret) => {
        const bytes = readSecret(secret, format) as Uint8Array | undefined;
        if (bytes?.length !== 32 || isOfSmallOrder(bytes)) return undefined;
        return toPublicKey("EdDSA", { kty: "OKP", crv: "Ed25519", x: toText(bytes, "base64url") });
      },
      isSignature: ({ length }) => length === 64,
      matches: (key, signatures, pieces) => {
        const data = joinBytes(pieces);
        return some(signatures.map((signature) => verifySignature("EdDSA", key, signature, data)));
      },
    },
    options,
    {},
  );
}

/** The y-coordinates of the points of small order, as written in hex without the sign: under such a "key" anybody's signature is right. */
const SMALL_ORDER: ReadonlySet<string> = new Set([
  "0000000000000000000000000000000000000000000000000000000000000000",
  "0100000000000000000000000000000000000000000000000000000000000000",
  "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
  "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
  "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
]);

function isOfSmallOrder(key: Uint8Array): boolean {
  const withoutSign = Uint8Array.from(key, (byte, index) => (index === 31 ? byte & 0x7f : byte));
  return SMALL_ORDER.has(toText(withoutSign, "hex"));
}
