import { hashBytes, hmacBytes, toText } from "#crypto";
import { joinBytes } from "../bytes.js";
import type { Key } from "../crypto/key.js";
import { SECRET_PLACE } from "../verify/content.js";
import type { Pieces } from "../verify/delivery.js";
import type { EcdsaScheme } from "../verify/ecdsa.js";
import type { HashScheme } from "../verify/hash.js";
import type { HmacScheme } from "../verify/hmac.js";
import type { RsaScheme } from "../verify/rsa.js";
import type { SignedScheme } from "../verify/signed.js";
import { signWithPrivateKey } from "./private-key.js";

/** A scheme that signs some content. */
export type AnySigned = (HmacScheme & { readonly scheme: "hmac" }) | (HashScheme & { readonly scheme: "hash" }) | (EcdsaScheme & { readonly scheme: "ecdsa" }) | (RsaScheme & { readonly scheme: "rsa" }) | (SignedScheme<Key> & { readonly scheme: "ed25519" });

/**
 * The signature over some pieces, as text.
 *
 * @throws TypeError for a secret that cannot be the scheme's key
 */
export async function toSignature(scheme: AnySigned, pieces: Pieces, secret: string): Promise<string> {
  return toText(await toSignatureBytes(scheme, pieces, secret), scheme.signature.encoding);
}

async function toSignatureBytes(scheme: AnySigned, pieces: Pieces, secret: string): Promise<Uint8Array> {
  switch (scheme.scheme) {
    case "hmac": {
      const key = scheme.toKey(secret);
      if (key === undefined) throw new TypeError("The secret is blank, or not of the form the provider gives");
      return hmacBytes(scheme.algorithm, key, pieces);
    }
    case "hash":
      return hashBytes(scheme.algorithm, pieces.map((piece) => (piece === SECRET_PLACE ? secret : piece)));
    case "ed25519":
      return signWithPrivateKey("EdDSA", secret, joinBytes(pieces));
    case "rsa":
      return signWithPrivateKey(scheme.algorithm, secret, joinBytes(pieces));
    case "ecdsa": {
      const numbers = await signWithPrivateKey("ES256", secret, joinBytes(pieces));
      return scheme.form === "p1363" ? numbers : toDer(numbers);
    }
  }
}

/** The two numbers of an ECDSA signature as DER (RFC 3279, 2.2.3). */
function toDer(numbers: Uint8Array): Uint8Array {
  const half = numbers.length / 2;
  const integers = [numbers.subarray(0, half), numbers.subarray(half)].map((number) => {
    const start = number.findIndex((byte) => byte !== 0);
    const bytes = number.subarray(start);
    const positive = (bytes[0] ?? 0) < 0x80 ? [...bytes] : [0, ...bytes];
    return [0x02, positive.length, ...positive];
  });
  const content = integers.flat();
  return Uint8Array.from([0x30, content.length, ...content]);
}
