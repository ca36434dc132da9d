import { equalBytes, hashBytes, matchesHmac, toHmacKey, toPublicKey, verifySignature } from "#crypto";
import { joinBytes } from "../bytes.js";
import type { HashAlgorithm, Key, PublicKeyAlgorithm, PublicKeyMaterial } from "../crypto/key.js";
import { chain, type MaybePromise, some } from "../promise.js";
import { type Claims, checkClaims, type ClaimRules } from "./claims.js";
import { type ContentPart, refusedPart } from "./content.js";
import { decode, type Encoding } from "./decode.js";
import { type Check, type Refusal, refused, type Scheme, type Verdict } from "./delivery.js";
import { fetchedKey, refusedKey } from "./fetched-key.js";
import { readPublicKey } from "./public-key.js";
import { readSecret } from "./secret.js";
import type { SignatureSource } from "./sources.js";

/** Signature algorithms of a JSON Web Token (RFC 7518, RFC 8037). */
export type JwtAlgorithm = "HS256" | "HS384" | "HS512" | Exclude<PublicKeyAlgorithm, "RS1">;

/** How a provider signs with a JSON Web Token. */
export interface JwtOptions extends ClaimRules {
  /** Where the token stands. */
  readonly token: SignatureSource;
  /** The only algorithms taken: what the token says of itself chooses among them. */
  readonly algorithms: readonly JwtAlgorithm[];
  /** The URL of the provider's key set, or `kid` when `fetchKey` is asked for the token's key id. Then there is no secret. */
  readonly keys?: string;
  /** Claims that hold the SHA-256 of a part of the request. */
  readonly hashes?: Readonly<Record<string, ContentPart>>;
  /** How those hashes are written, hex unless told. */
  readonly hashEncoding?: Encoding;
}

/** A token scheme as the signing side reads it. */
export interface JwtScheme extends Scheme<JwtKey>, JwtOptions {}

/** A secret, or a public key that is made ready when a token names its algorithm. */
export type JwtKey = { readonly secret: Key } | { readonly material: PublicKeyMaterial; readonly made: Map<JwtAlgorithm, Key | undefined> };

/** A JSON Web Token (RFC 7519) in a header that vouches for the body by its hash. */
export function jwt(options: JwtOptions): JwtScheme {
  return {
    ...options,
    scheme: "jwt",
    signed: true,
    keyless: options.keys !== undefined,
    toKey: (text) => {
      // The algorithms of a spec decide what the secret is, never the token: a public key must not end as an HMAC's.
      if (options.algorithms.every((algorithm) => algorithm.startsWith("HS"))) {
        const secret = readSecret(text, undefined);
        return secret === undefined ? undefined : { secret: toHmacKey(secret) };
      }
      const material = readPublicKey(text);
      const fits = material && options.algorithms.some((algorithm) => toPublicKey(algorithm as PublicKeyAlgorithm, material));
      return fits ? { material, made: new Map() } : undefined;
    },
    verify: (check, keys) => verify(options, check, keys),
  };
}

interface Token {
  readonly algorithm: JwtAlgorithm;
  readonly keyId: string | undefined;
  readonly claims: Claims;
  readonly signature: Uint8Array;
  readonly signed: Uint8Array;
}

function verify(options: JwtOptions, check: Check, own: readonly JwtKey[]): MaybePromise<Verdict> {
  const written = options.token.read(check);
  if (typeof written === "string") return refused(written);
  const token = parse(written.texts[0] ?? "", options.algorithms);
  if (typeof token === "string") return refused(token);
  return chain(options.keys === undefined ? own : fetched(options.keys, token, check), (keys) => {
    if (typeof keys === "string") return refusedKey(keys);
    return chain(some(keys.map((key) => matches(token, key))), (matched) => {
      if (!matched) return refused("signature_mismatch");
      return chain(hashesFit(options, token.claims, check), (fit) => (typeof fit === "string" ? refusedPart(Object.values(options.hashes ?? {}), fit) : checkClaims(options, token.claims, check)));
    });
  });
}

function fetched(source: string, { keyId }: Token, check: Check): MaybePromise<readonly JwtKey[] | Refusal> {
  if (keyId === undefined) return "key_unknown";
  const material = source === "kid" ? fetchedKey(keyId, check) : fetchedKey(source, check, keyId);
  return chain(material, (found) => (typeof found === "string" ? found : [{ material: found, made: new Map() }]));
}

function parse(text: string, algorithms: readonly JwtAlgorithm[]): Token | Refusal {
  const parts = text.split(".");
  const [header, claims, signature] = parts.map((part) => decode(part, "base64url"));
  if (parts.length !== 3 || !header || !claims || !signature) return "signature_malformed";
  const { alg, kid, crit } = toRecord(header) ?? {};
  const body = toRecord(claims);
  // An extension that must be understood, and is not.
  if (body === undefined || typeof alg !== "string" || crit !== undefined) return "signature_malformed";
  const algorithm = algorithms.find((one) => one === alg);
  if (algorithm === undefined) return "algorithm_not_allowed";
  const signed = joinBytes([text.slice(0, text.lastIndexOf("."))]);
  return { algorithm, keyId: isKeyId(kid) ? kid : undefined, claims: body, signature, signed };
}

/** It ends in a URL or in a query of the user's own: nothing that means something there. */
function isKeyId(kid: unknown): kid is string {
  return typeof kid === "string" && /^[\w.:+=-]{1,200}$/.test(kid);
}

function matches({ algorithm, signature, signed }: Token, key: JwtKey): MaybePromise<boolean> {
  if ("secret" in key) {
    const hash = `sha${algorithm.slice(2)}` as HashAlgorithm;
    return matchesHmac(hash, key.secret, [signed], [signature]);
  }
  if (algorithm.startsWith("HS")) return false;
  const name = algorithm as PublicKeyAlgorithm;
  if (!key.made.has(algorithm)) key.made.set(algorithm, toPublicKey(name, key.material));
  const made = key.made.get(algorithm);
  return made !== undefined && verifySignature(name, made, signature, signed);
}

function hashesFit({ hashes = {}, hashEncoding = "hex" }: JwtOptions, claims: Claims, check: Check): MaybePromise<Refusal | undefined> {
  const tries = Object.entries(hashes).map(([claim, part]) => {
    const value = claims[claim];
    const expected = typeof value === "string" ? decode(value, hashEncoding) : undefined;
    const piece = part.read(check, "");
    if (piece === undefined) return part.otherwise ?? "claim_mismatch";
    return expected === undefined ? "claim_mismatch" : chain(hashBytes("sha256", [piece]), (hash) => (equalBytes(hash, expected) ? undefined : "claim_mismatch"));
  });
  return chain(tries.some((one) => typeof one === "object") ? Promise.all(tries) : (tries as (Refusal | undefined)[]), (all) => all.find((one) => one !== undefined));
}

function toRecord(bytes: Uint8Array): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined;
  }
}
