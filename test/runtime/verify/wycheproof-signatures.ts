import { ecdsa, ed25519, type Encoding, header, hex, hmac, type HmacAlgorithm, rsa, type Scheme } from "@smart-webhooks/runtime/verify";
import type { WycheproofGroup, WycheproofTest } from "./wycheproof-files.js";

/** A way to run a file's tests: the scheme, the keys in each form we take, and what is right for us. */
export interface Suite {
  readonly name: string;
  readonly file: string;
  /** How many tests the file holds at least. */
  readonly tests: number;
  readonly scheme: (encoding: Encoding) => Scheme;
  readonly secrets: (group: WycheproofGroup, test: WycheproofTest) => readonly string[];
  /** Whether we must accept it. */
  readonly accepts: (test: WycheproofTest, group: WycheproofGroup) => boolean;
}

const isValid = ({ result }: WycheproofTest): boolean => result === "valid";

/** A public key as PEM, as base64 of its DER, and as a JSON Web Key where the file has one. */
function publicKeys({ publicKeyPem, publicKeyDer, publicKeyJwk }: WycheproofGroup): readonly string[] {
  const texts = [publicKeyPem, Buffer.from(publicKeyDer, "hex").toString("base64")];
  return publicKeyJwk === undefined ? texts : [...texts, JSON.stringify(publicKeyJwk)];
}

function hmacSuite(algorithm: HmacAlgorithm, bits: number, tests: number): Suite {
  return {
    name: `HMAC ${algorithm}`,
    file: `hmac_${algorithm}_test.json`,
    tests,
    scheme: (encoding) => hmac({ algorithm, secret: hex(), signature: header("x-signature", { encoding }) }),
    secrets: (_, { key }) => [key],
    // A cut tag is right for others: no provider sends one, and half a tag is half the work to guess.
    accepts: (test, { tagSize }) => isValid(test) && tagSize === bits,
  };
}

/** The files whose tests are a message, a signature and a key. */
export const suites: readonly Suite[] = [
  hmacSuite("sha1", 160, 170),
  hmacSuite("sha256", 256, 174),
  hmacSuite("sha512", 512, 174),
  {
    name: "Ed25519",
    file: "ed25519_test.json",
    tests: 151,
    scheme: (encoding) => ed25519({ key: hex(), signature: header("x-signature", { encoding }) }),
    secrets: ({ publicKey }) => [publicKey.pk],
    accepts: isValid,
  },
  {
    name: "ECDSA P-256 in DER",
    file: "ecdsa_secp256r1_sha256_test.json",
    tests: 484,
    scheme: (encoding) => ecdsa({ signature: header("x-signature", { encoding }) }),
    secrets: publicKeys,
    accepts: isValid,
  },
  {
    name: "ECDSA P-256 side by side",
    file: "ecdsa_secp256r1_sha256_p1363_test.json",
    tests: 262,
    scheme: (encoding) => ecdsa({ form: "p1363", signature: header("x-signature", { encoding }) }),
    secrets: publicKeys,
    accepts: isValid,
  },
  {
    name: "RSA PKCS #1 v1.5",
    file: "rsa_signature_2048_sha256_test.json",
    tests: 259,
    scheme: (encoding) => rsa({ signature: header("x-signature", { encoding }) }),
    secrets: publicKeys,
    // The one "acceptable" (MissingNull: the hash's name without its NULL, as some old signers wrote it) is refused.
    accepts: isValid,
  },
];
