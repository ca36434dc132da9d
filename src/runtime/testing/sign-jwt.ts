import { hashBytes, hmacBytes, toHmacKey, toText } from "#crypto";
import type { HashAlgorithm } from "../crypto/key.js";
import type { JwtScheme } from "../verify/jwt.js";
import { type Draft, toBytes, withValue } from "./draft.js";
import { signWithPrivateKey } from "./private-key.js";
import { type Signing, toDraftCheck } from "./sign.js";

/** A draft with the token of a scheme that signs by a JSON Web Token. Its key id is `test`. */
export async function signJwt(scheme: JwtScheme, draft: Draft, { secret, surroundings }: Signing): Promise<Draft> {
  const { issuer, audience, hashes = {}, hashEncoding = "hex", algorithms } = scheme;
  const [algorithm] = algorithms;
  const time = Math.floor(surroundings.now / 1000);
  const claims: Record<string, unknown> = { iat: time, exp: time + 60, ...(issuer !== undefined && { iss: issuer }), ...(audience !== undefined && { aud: audience }) };
  for (const [claim, part] of Object.entries(hashes)) {
    const piece = part.read(toDraftCheck(draft, surroundings), "");
    if (piece === undefined) throw new TypeError("The request cannot be signed: give the handler the option publicUrl");
    claims[claim] = toText(await hashBytes("sha256", [piece]), hashEncoding);
  }
  const signed = [{ alg: algorithm, typ: "JWT", kid: "test" }, claims].map((part) => toText(toBytes(JSON.stringify(part)), "base64url")).join(".");
  const signature = await toSignature(algorithm ?? "", secret, toBytes(signed));
  return withValue(draft, scheme.token, `${signed}.${toText(signature, "base64url")}`);
}

async function toSignature(algorithm: string, secret: string, data: Uint8Array): Promise<Uint8Array> {
  if (algorithm.startsWith("HS")) return hmacBytes(`sha${algorithm.slice(2)}` as HashAlgorithm, toHmacKey(secret), [data]);
  if (algorithm === "ES256" || algorithm === "EdDSA") return signWithPrivateKey(algorithm, secret, data);
  if (algorithm === "RS256") return signWithPrivateKey("sha256", secret, data);
  throw new TypeError(`Tests cannot sign with ${algorithm}`);
}
