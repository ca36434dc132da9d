import { hmacBytes, toHmacKey, toPublicKey, verifySignature } from "../../../src/runtime/crypto/node.js";
import type { HashAlgorithm, PublicKeyAlgorithm } from "../../../src/runtime/crypto/key.js";
import { decode } from "../../../src/runtime/verify/decode.js";
import { fetchedKey } from "../../../src/runtime/verify/fetched-key.js";
import { checkOf } from "./make-check.js";
import type { Jwk, WycheproofGroup } from "./wycheproof-files.js";

/** A token in compact form whose three parts are written the one right way. */
export interface Envelope {
  readonly alg: string;
  readonly kid: string | undefined;
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
}

/** Reads a token as `jwt()` does, but for the claims: those of these tests are no JSON, as `foo`. */
export function readEnvelope(token: string): Envelope | undefined {
  const parts = token.split(".");
  const [head, claims, signature] = parts;
  const bytes = decode(signature ?? "", "base64url");
  const headBytes = decode(head ?? "", "base64url");
  if (parts.length !== 3 || !bytes || !headBytes || (claims !== "" && !decode(claims ?? "", "base64url"))) return undefined;
  try {
    const { alg, kid } = JSON.parse(Buffer.from(headBytes).toString()) as { readonly alg?: unknown; readonly kid?: unknown };
    if (typeof alg !== "string") return undefined;
    return { alg, kid: typeof kid === "string" ? kid : undefined, signed: Buffer.from(`${head}.${claims}`), signature: bytes };
  } catch {
    return undefined;
  }
}

/** The algorithms of a group's key. RFC 7520's keys are used for others than they say, and one says it wrong. */
export function algorithmsOf({ public: open, private: secret, comment }: WycheproofGroup): readonly string[] {
  const { alg, kty } = (open ?? secret) as { readonly alg?: string; readonly kty: string };
  if (comment.startsWith("rfc7520")) return { RSA: ["RS256", "PS384"], EC: ["ES512"], oct: ["HS256"] }[kty] ?? [];
  return alg === undefined ? [kty === "EC" ? "ES256" : "RS256"] : [alg];
}

/** Whether a key of this platform's takes the signature of a token. */
export async function isSignedBy({ alg, signed, signature }: Envelope, jwk: Jwk): Promise<boolean> {
  if (alg.startsWith("HS")) {
    const key = typeof jwk["k"] === "string" ? decode(jwk["k"], "base64url") : undefined;
    if (!key) return false;
    const digest = await hmacBytes(`sha${alg.slice(2)}` as HashAlgorithm, toHmacKey(key), [signed]);
    return Buffer.compare(digest, signature) === 0;
  }
  const key = toPublicKey(alg as PublicKeyAlgorithm, jwk);
  return key !== undefined && verifySignature(alg as PublicKeyAlgorithm, key, signature, signed);
}

/** Whether the key of a key set that a token names takes its signature, the way `jwt({ keys })` finds it. */
export async function isSignedByOneOf(envelope: Envelope, keySet: Jwk): Promise<boolean> {
  const found = await fetchedKey("https://provider.example/keys", checkOf({ fetchKey: () => keySet }), envelope.kid);
  if (typeof found === "string") return false;
  const key = toPublicKey(envelope.alg as PublicKeyAlgorithm, found);
  return key !== undefined && verifySignature(envelope.alg as PublicKeyAlgorithm, key, envelope.signature, envelope.signed);
}

/** Tests of json_web_signature_test.json where we differ from its verdict, and why. */
export const SIGNATURE_DIFFERENCES: ReadonlyMap<number, string> = new Map([
  ...[353, 354, 355, 356].map((id) => [id, "what a key says of its own use is not ours to obey: the spec names the algorithm"] as const),
  ...[367, 370].map((id) => [id, "the vector lost the padding it is about: it is test 357, which is valid, letter for letter"] as const),
  ...[372, 373].map((id) => [id, "base64url has no question mark (RFC 7515, 2): refused, though the vector calls it valid"] as const),
]);

/** The same for json_web_key_test.json. */
export const KEY_DIFFERENCES: ReadonlyMap<number, string> = new Map([
  ...[2, 13, 14, 15].map((id) => [id, "a key set that is fetched is public: it never holds the secret of an HMAC"] as const),
  ...[6, 19, 20, 21].map((id) => [id, "what a key says of its own use and algorithm is not ours to obey"] as const),
  [7, "whether a key was made by a flawed generator (ROCA) is the provider's to know"],
]);
