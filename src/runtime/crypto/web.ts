import { joinBytes } from "../bytes.js";
import type { Encoding } from "../verify/decode.js";
import { type HashAlgorithm, type Key, type PublicKeyAlgorithm, type PublicKeyMaterial, publicMembers } from "./key.js";

/** A key on its way: importing one is asynchronous, making a handler is not. Undefined when it cannot be imported. */
interface WebKey {
  readonly imported: Promise<object | undefined>;
}

/** A secret's bytes, or its text in UTF-8, as a key. */
export function toHmacKey(secret: string | Uint8Array): Key {
  const bytes = typeof secret === "string" ? new TextEncoder().encode(secret) : secret;
  // A key that is imported is bound to one hash: each is imported when it is first needed.
  return { bytes, keys: new Map<HashAlgorithm, Promise<object>>() };
}

/** The HMAC of the pieces in order; text counts as UTF-8. */
export async function hmacBytes(algorithm: HashAlgorithm, key: Key, pieces: readonly (string | Uint8Array)[]): Promise<Uint8Array> {
  const { bytes, keys } = key as { readonly bytes: Uint8Array; readonly keys: Map<HashAlgorithm, Promise<object>> };
  let imported = keys.get(algorithm);
  if (imported === undefined) {
    imported = subtle.importKey("raw", bytes, { name: "HMAC", hash: webHash(algorithm) }, false, ["sign"]);
    keys.set(algorithm, imported);
  }
  return new Uint8Array(await subtle.sign("HMAC", await imported, joinBytes(pieces)));
}

/** Whether one of the signatures is the HMAC of the pieces. All are compared, in constant time. */
export async function matchesHmac(algorithm: HashAlgorithm, key: Key, pieces: readonly (string | Uint8Array)[], signatures: readonly Uint8Array[]): Promise<boolean> {
  const digest = await hmacBytes(algorithm, key, pieces);
  return signatures.reduce((found, one) => equalBytes(digest, one) || found, false);
}

/** The hash of the pieces in order; text counts as UTF-8. */
export async function hashBytes(algorithm: HashAlgorithm, pieces: readonly (string | Uint8Array)[]): Promise<Uint8Array> {
  return new Uint8Array(await subtle.digest(webHash(algorithm), joinBytes(pieces)));
}

/** A public key for one algorithm. What cannot be imported verifies nothing. */
export function toPublicKey(algorithm: PublicKeyAlgorithm, material: PublicKeyMaterial): Key | undefined {
  const isDer = material instanceof Uint8Array;
  const data = isDer ? material : publicMembers(material);
  if (data === undefined || (!isDer && material["kty"] !== KEY_TYPES[algorithm.slice(0, 2)])) return undefined;
  const imported = subtle.importKey(isDer ? "spki" : "jwk", data, importParameters(algorithm), true, ["verify"]);
  const key: WebKey = { imported: imported.then((found) => (isStrong(found) ? found : undefined)).catch(() => undefined) };
  return key;
}

/** Whether a signature is the key's; of an ECDSA signature as `r` and `s` side by side (IEEE P1363). */
export async function verifySignature(algorithm: PublicKeyAlgorithm, key: Key, signature: Uint8Array, data: Uint8Array): Promise<boolean> {
  const imported = await (key as WebKey).imported;
  if (imported === undefined) return false;
  return subtle.verify(verifyParameters(algorithm), imported, signature, data).catch(() => false);
}

/** Compares in constant time. Different lengths are unequal. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  let difference = a.length ^ b.length;
  for (let index = 0; index < a.length; index++) difference |= (a[index] as number) ^ (b[index] ?? 0);
  return difference === 0;
}

/** Decodes a text that was checked to be well formed. */
export function fromText(text: string, encoding: Encoding): Uint8Array {
  if (encoding === "hex") return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return Uint8Array.from(atob(encoding === "base64" ? text : text.replace(/-/g, "+").replace(/_/g, "/")), (char) => char.charCodeAt(0));
}

/** Encodes bytes the way signatures are written. */
export function toText(bytes: Uint8Array, encoding: Encoding): string {
  if (encoding === "hex") return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  return encoding === "base64" ? text : text.replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

/** The part of WebCrypto that is used. Structural: no DOM types are needed to compile. */
interface Subtle {
  importKey(format: string, data: unknown, algorithm: object, extractable: boolean, usages: readonly string[]): Promise<object>;
  sign(algorithm: string, key: object, data: Uint8Array): Promise<ArrayBuffer>;
  digest(algorithm: string, data: Uint8Array): Promise<ArrayBuffer>;
  verify(algorithm: object, key: object, signature: Uint8Array, data: Uint8Array): Promise<boolean>;
}

const { subtle } = (globalThis as unknown as { readonly crypto: { readonly subtle: Subtle } }).crypto;

const KEY_TYPES: Readonly<Record<string, string>> = { Ed: "OKP", ES: "EC", RS: "RSA", PS: "RSA" };

const CURVES: Readonly<Record<string, string>> = { ES256: "P-256", ES384: "P-384", ES512: "P-521" };

function webHash(algorithm: string): string {
  return `SHA-${algorithm.replace(/\D/g, "")}`;
}

function importParameters(algorithm: PublicKeyAlgorithm): object {
  if (algorithm === "EdDSA") return { name: "Ed25519" };
  if (algorithm.startsWith("ES")) return { name: "ECDSA", namedCurve: CURVES[algorithm] };
  return { name: algorithm.startsWith("PS") ? "RSA-PSS" : "RSASSA-PKCS1-v1_5", hash: webHash(algorithm) };
}

function verifyParameters(algorithm: PublicKeyAlgorithm): object {
  const saltLength = Number(algorithm.slice(2)) / 8;
  return { ...importParameters(algorithm), ...(algorithm.startsWith("ES") ? { hash: webHash(algorithm) } : { saltLength }) };
}

function isStrong(key: object): boolean {
  const { modulusLength = 2048, publicExponent = new Uint8Array([1, 0, 1]) } = (key as { readonly algorithm: RsaFacts }).algorithm;
  // A key of less than 2048 bits is within reach (RFC 7518, 3.3); under the exponent 1 a signature is its own text.
  return modulusLength >= 2048 && publicExponent.some((byte, index) => byte > (index === publicExponent.length - 1 ? 1 : 0));
}

interface RsaFacts {
  readonly modulusLength?: number;
  readonly publicExponent?: Uint8Array;
}
