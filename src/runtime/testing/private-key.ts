import { fromText } from "#crypto";
import type { RsaAlgorithm } from "../verify/rsa.js";

/** The part of WebCrypto that signs. Structural: no DOM types are needed to compile. */
interface Subtle {
  importKey(format: string, data: Uint8Array, algorithm: object, extractable: boolean, usages: readonly string[]): Promise<object>;
  sign(algorithm: object, key: object, data: Uint8Array): Promise<ArrayBuffer>;
}

const PARAMETERS = {
  EdDSA: { name: "Ed25519" },
  ES256: { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" },
  sha1: { name: "RSASSA-PKCS1-v1_5", hash: "SHA-1" },
  sha256: { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" },
  sha512: { name: "RSASSA-PKCS1-v1_5", hash: "SHA-512" },
} as const;

/**
 * Signs as the provider would, with its private key (PKCS #8 in PEM).
 *
 * @throws TypeError when the key is no PEM of a private key
 */
export async function signWithPrivateKey(algorithm: "EdDSA" | "ES256" | RsaAlgorithm, pem: string, data: Uint8Array): Promise<Uint8Array> {
  const { subtle } = (globalThis as unknown as { readonly crypto: { readonly subtle: Subtle } }).crypto;
  const base64 = /^-----BEGIN PRIVATE KEY-----([\s\S]+)-----END PRIVATE KEY-----\s*$/.exec(pem.trim())?.[1]?.replace(/\s/g, "");
  if (base64 === undefined) {
    throw new TypeError("This provider signs with a private key: give the option secret a test key's PEM (BEGIN PRIVATE KEY), and the handler its public key");
  }
  const parameters = PARAMETERS[algorithm];
  const key = await subtle.importKey("pkcs8", fromText(base64, "base64"), parameters, false, ["sign"]);
  return new Uint8Array(await subtle.sign(parameters, key, data));
}
