import { toPublicKey, verifySignature } from "#crypto";
import { joinBytes } from "../bytes.js";
import type { Key } from "../crypto/key.js";
import { some } from "../promise.js";
import { ecdsaNumbers } from "./der.js";
import { readPublicKey } from "./public-key.js";
import { type SignatureOptions, signed, type SignedScheme } from "./signed.js";

/** How a provider signs with ECDSA. */
export interface EcdsaOptions extends SignatureOptions {
  /** Whether a signature is DER, as nearly everywhere, or two numbers side by side (IEEE P1363). */
  readonly form?: "der" | "p1363";
}

/** ECDSA as the signing side reads it. */
export interface EcdsaScheme extends SignedScheme<Key> {
  readonly form: "der" | "p1363";
}

/** ECDSA with P-256 and SHA-256 (FIPS 186-5). The "secret" is the provider's public key: PEM, base64 of its DER, or a JSON Web Key. */
export function ecdsa({ form = "der", ...options }: EcdsaOptions): EcdsaScheme {
  return signed<Key, { readonly form: "der" | "p1363" }>(
    {
      scheme: "ecdsa",
      toKey: (secret) => {
        const material = readPublicKey(secret);
        return material && toPublicKey("ES256", material);
      },
      isSignature: ({ length }) => (form === "der" ? length >= 8 && length <= 72 : length === 64),
      matches: (key, signatures, pieces) => {
        const data = joinBytes(pieces);
        const numbers = signatures.map((signature) => (form === "der" ? ecdsaNumbers(signature, 32) : signature));
        return some(numbers.map((number) => number !== undefined && verifySignature("ES256", key, number, data)));
      },
    },
    options,
    { form },
  );
}
