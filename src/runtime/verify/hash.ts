import { equalBytes, hashBytes } from "#crypto";
import { chain } from "../promise.js";
import { SECRET_PLACE } from "./content.js";
import { readSecret } from "./secret.js";
import { type SignatureOptions, signed, type SignedScheme } from "./signed.js";

/** How a provider makes its hash. `content` says where the secret stands in it. */
export interface HashOptions extends SignatureOptions {
  readonly algorithm?: "sha1" | "sha256";
}

/** A hash scheme as the signing side reads it. */
export interface HashScheme extends SignedScheme<string> {
  readonly algorithm: "sha1" | "sha256";
}

/** A plain hash over content that holds the secret: what some providers had before they took HMAC. SHA-256 unless told. */
export function hash({ algorithm = "sha256", ...options }: HashOptions): HashScheme {
  const bytes = algorithm === "sha1" ? 20 : 32;
  return signed<string, { readonly algorithm: "sha1" | "sha256" }>(
    {
      scheme: "hash",
      toKey: (secret) => readSecret(secret, undefined) as string | undefined,
      isSignature: ({ length }) => length === bytes,
      matches: (secret, signatures, pieces) =>
        chain(hashBytes(algorithm, pieces.map((piece) => (piece === SECRET_PLACE ? secret : piece))), (digest) =>
          signatures.reduce((found, one) => equalBytes(digest, one) || found, false),
        ),
    },
    options,
    { algorithm },
  );
}
