import { toPublicKey, verifySignature } from "#crypto";
import { joinBytes } from "../bytes.js";
import type { Key } from "../crypto/key.js";
import { chain, some } from "../promise.js";
import { refused } from "./delivery.js";
import { type Hosts, keyAt, refusedKey } from "./fetched-key.js";
import { readPublicKey } from "./public-key.js";
import { type SignatureOptions, signed, type SignedScheme } from "./signed.js";
import type { HeaderSource } from "./sources.js";

/** How a provider signs with RSA. */
export interface RsaOptions extends SignatureOptions {
  /** SHA-256 unless told. */
  readonly algorithm?: RsaAlgorithm;
  /** Where each request names the URL of the certificate, and the hosts it may come from. Then there is no secret. */
  readonly certificate?: { readonly url: HeaderSource; readonly hosts: Hosts };
}

/** Hash functions of an RSA signature. */
export type RsaAlgorithm = "sha1" | "sha256" | "sha512";

/** RSA as the signing side reads it. */
export interface RsaScheme extends SignedScheme<Key> {
  readonly algorithm: RsaAlgorithm;
  readonly certificate: RsaOptions["certificate"];
}

/** RSA with PKCS #1 v1.5 padding (RFC 8017). The "secret" is the provider's public key or certificate in PEM, or its DER in base64. */
export function rsa({ algorithm = "sha256", certificate, ...options }: RsaOptions): RsaScheme {
  const scheme = signed<Key, Pick<RsaScheme, "algorithm" | "certificate">>(
    {
      scheme: "rsa",
      toKey: (secret) => {
        const material = readPublicKey(secret);
        return material && toPublicKey(RSA_NAMES[algorithm], material);
      },
      isSignature: ({ length }) => length >= 256 && length <= 1024,
      matches: (key, signatures, pieces) => {
        const data = joinBytes(pieces);
        return some(signatures.map((signature) => verifySignature(RSA_NAMES[algorithm], key, signature, data)));
      },
    },
    options,
    { algorithm, certificate },
  );
  if (certificate === undefined) return scheme;
  return {
    ...scheme,
    keyless: true,
    verify: (check) => {
      const url = certificate.url.read(check);
      if (typeof url === "string") return refused("header_missing");
      return chain(keyAt(url.texts[0] ?? "", certificate.hosts, check), (material) => {
        if (typeof material === "string") return refusedKey(material);
        const key = toPublicKey(RSA_NAMES[algorithm], material);
        return key === undefined ? refused("key_unknown") : scheme.verify(check, [key]);
      });
    },
  };
}

/** The names of RSA's algorithms in `#crypto`. */
const RSA_NAMES = { sha1: "RS1", sha256: "RS256", sha512: "RS512" } as const;
