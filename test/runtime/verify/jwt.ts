import { createHmac, createPublicKey, createSign } from "node:crypto";
import { verifySignature } from "@smart-webhooks/runtime";
import { body, header, jwt, type JwtOptions, type KeyFetcher, url } from "@smart-webhooks/runtime/verify";
import { describe, expect, it } from "vitest";
import { NOW, testKeys } from "../testing/sign-family.js";

const SECONDS = NOW / 1000;
const BODY = "{}";
const EMPTY_HASH = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";
const JWK = createPublicKey(testKeys.ec.pub).export({ format: "jwk" }) as Readonly<Record<string, unknown>>;

const encode = (part: unknown): string => Buffer.from(typeof part === "string" ? part : JSON.stringify(part)).toString("base64url");

/** A token of these parts, signed as told: with a secret, a private key, or not at all. */
function tokenOf(head: unknown, claims: unknown, how: { readonly hmac?: string; readonly rsa?: string; readonly ec?: string }): string {
  const signed = `${encode(head)}.${encode(claims)}`;
  if (how.hmac !== undefined) return `${signed}.${createHmac("sha256", how.hmac).update(signed).digest("base64url")}`;
  if (how.rsa !== undefined) return `${signed}.${createSign("sha256").update(signed).sign(how.rsa, "base64url")}`;
  if (how.ec !== undefined) return `${signed}.${createSign("sha256").update(signed).sign({ key: how.ec, dsaEncoding: "ieee-p1363" }, "base64url")}`;
  return `${signed}.`;
}

/** The reason of a refusal, or "accepted". */
async function verdict(options: Partial<JwtOptions>, token: string, secret: string | readonly string[] = [], fetchKey?: KeyFetcher): Promise<string> {
  const verify = jwt({ token: header("x-token"), algorithms: ["HS256"], ...options });
  const request = { method: "POST", url: "https://a.example/hook", headers: { "x-token": token }, body: Buffer.from(BODY) };
  const found = await verifySignature({ verify }, request, { secret, now: NOW, fetchKey });
  return found.ok ? "accepted" : found.reason;
}

/** Tokens that are in order but for one thing: the same on each platform's cryptography. */
export function describeTokens(platform: string): void {
  const claims = { iat: SECONDS, exp: SECONDS + 60 };
  const right = tokenOf({ alg: "HS256" }, claims, { hmac: "s" });
  const parts = right.split(".");

  describe(`a JSON Web Token on ${platform}`, () => {
    it.each<readonly [string, string, string]>([
      ["is accepted", right, "accepted"],
      ["may say more of itself", tokenOf({ alg: "HS256", typ: "JWT", jku: "https://evil.example", jwk: JWK, x5u: "x" }, claims, { hmac: "s" }), "accepted"],
      ["is refused under another secret", tokenOf({ alg: "HS256" }, claims, { hmac: "t" }), "signature_mismatch"],
      ["is refused unsigned", tokenOf({ alg: "none" }, claims, {}), "signature_malformed"],
      ["is refused when it says that it is unsigned", tokenOf({ alg: "none" }, claims, { hmac: "s" }), "algorithm_not_allowed"],
      ["is refused when it says so in capitals", tokenOf({ alg: "NONE" }, claims, { hmac: "s" }), "algorithm_not_allowed"],
      ["is refused with an algorithm in another case", tokenOf({ alg: "hs256" }, claims, { hmac: "s" }), "algorithm_not_allowed"],
      ["is refused with an algorithm that the spec does not take", tokenOf({ alg: "HS512" }, claims, { hmac: "s" }), "algorithm_not_allowed"],
      ["is refused without an algorithm", tokenOf({}, claims, { hmac: "s" }), "signature_malformed"],
      ["is refused with a list of algorithms", tokenOf({ alg: ["HS256"] }, claims, { hmac: "s" }), "signature_malformed"],
      ["is refused with what must be understood", tokenOf({ alg: "HS256", crit: ["b64"], b64: false }, claims, { hmac: "s" }), "signature_malformed"],
      ["is refused with claims that are a list", tokenOf({ alg: "HS256" }, [claims], { hmac: "s" }), "signature_malformed"],
      ["is refused with claims that are null", tokenOf({ alg: "HS256" }, "null", { hmac: "s" }), "signature_malformed"],
      ["is refused with claims that are no JSON", tokenOf({ alg: "HS256" }, "{", { hmac: "s" }), "signature_malformed"],
      ["is refused with a head that is null", tokenOf("null", claims, { hmac: "s" }), "signature_malformed"],
      ["is refused in two parts", parts.slice(0, 2).join("."), "signature_malformed"],
      ["is refused in four parts", `${right}.`, "signature_malformed"],
      ["is refused with padding", `${right}=`, "signature_malformed"],
      ["is refused with a signature cut short", right.slice(0, -3), "signature_mismatch"],
      ["is refused in other letters", [parts[0], parts[1], `${parts[2]}+`].join("."), "signature_malformed"],
      ["is refused when it expired", tokenOf({ alg: "HS256" }, { exp: SECONDS - 60 }, { hmac: "s" }), "timestamp_too_old"],
      ["is refused when it expired, only if the signature is right", tokenOf({ alg: "HS256" }, { exp: SECONDS - 60 }, { hmac: "t" }), "signature_mismatch"],
    ])("%s", async (_, token, wanted) => expect(await verdict({}, token, "s")).toBe(wanted));

    it("that says HMAC is not verified by a public key, whatever made its signature", async () => {
      const token = tokenOf({ alg: "HS256" }, claims, { rsa: testKeys.rsa.priv });
      const jwk = JSON.stringify(createPublicKey(testKeys.rsa.pub).export({ format: "jwk" }));
      for (const secret of [testKeys.rsa.pub, jwk]) expect(await verdict({ algorithms: ["RS256", "HS256"] }, token, secret)).toBe("signature_mismatch");
    });

    it("is not signed with the public key as if it were a secret", async () => {
      for (const secret of [testKeys.rsa.pub, testKeys.ec.pub]) {
        const token = tokenOf({ alg: "HS256" }, claims, { hmac: secret });
        expect(await verdict({ algorithms: ["RS256", "ES256"] }, token, secret)).toBe("algorithm_not_allowed");
        expect(await verdict({ algorithms: ["RS256", "ES256", "HS256"] }, token, secret)).toBe("signature_mismatch");
      }
    });

    it("is verified by the key of its own algorithm", async () => {
      const [rsa, ec] = [tokenOf({ alg: "RS256" }, claims, { rsa: testKeys.rsa.priv }), tokenOf({ alg: "ES256" }, claims, { ec: testKeys.ec.priv })];
      const both = { algorithms: ["RS256", "ES256"] } as const;
      const found = [[rsa, testKeys.rsa.pub], [ec, testKeys.ec.pub], [rsa, testKeys.rsa.cert], [ec, JSON.stringify(JWK)], [rsa, testKeys.ec.pub], [ec, testKeys.rsa.pub]] as const;
      const verdicts = await Promise.all(found.map(([token, key]) => verdict(both, token, key)));
      expect(verdicts).toEqual([...Array.from({ length: 4 }, () => "accepted"), "signature_mismatch", "signature_mismatch"]);
      expect(await verdict(both, ec, [testKeys.rsa.pub, testKeys.ec.pub])).toBe("accepted");
    });

    it.each<readonly [string, unknown, KeyFetcher, string]>([
      ["of the set", "1", () => ({ keys: [{ ...JWK, kid: "1" }] }), "accepted"],
      ["alone", "1", () => JWK, "accepted"],
      ["as PEM", "1", async () => testKeys.ec.pub, "accepted"],
      ["without an id", undefined, () => JWK, "key_unknown"],
      ["of an id that is no text", 1, () => JWK, "key_unknown"],
      ["of another id", "2", () => ({ keys: [{ ...JWK, kid: "1" }] }), "key_unknown"],
      ["of another kind", "1", () => testKeys.rsa.pub, "signature_mismatch"],
      ["that cannot be fetched", "1", () => Promise.reject(new Error("down")), "key_unavailable"],
      ["of an id that means something in a URL", "../1?a", () => JWK, "key_unknown"],
    ])("is verified by the key that is fetched: %s", async (_, kid, fetchKey, wanted) => {
      const options = { algorithms: ["ES256"], keys: "https://keys.example/set" } as const;
      expect(await verdict(options, tokenOf({ alg: "ES256", kid }, claims, { ec: testKeys.ec.priv }), [], fetchKey)).toBe(wanted);
    });

    it.each<readonly [string, unknown, string]>([
      ["is the body's", EMPTY_HASH, "accepted"],
      ["is in capitals", EMPTY_HASH.toUpperCase(), "accepted"],
      ["is another's", EMPTY_HASH.replace("4", "5"), "claim_mismatch"],
      ["is cut short", EMPTY_HASH.slice(2), "claim_mismatch"],
      ["is empty", "", "claim_mismatch"],
      ["is no text", 1, "claim_mismatch"],
      ["is missing", undefined, "claim_mismatch"],
    ])("holds a hash that %s", async (_, hash, wanted) => {
      expect(await verdict({ hashes: { h: body } }, tokenOf({ alg: "HS256" }, { ...claims, h: hash }, { hmac: "s" }), "s")).toBe(wanted);
      // Beside another hash that is right, in either order.
      for (const hashes of [{ h: body, right: body }, { right: body, h: body }]) {
        expect(await verdict({ hashes }, tokenOf({ alg: "HS256" }, { ...claims, h: hash, right: EMPTY_HASH }, { hmac: "s" }), "s")).toBe(wanted);
      }
    });

    it("holds a hash of the URL, which must be known", async () => {
      const token = tokenOf({ alg: "HS256" }, { ...claims, u: EMPTY_HASH }, { hmac: "s" });
      expect(await verdict({ hashes: { u: url } }, token, "s")).toBe("claim_mismatch");
    });
  });
}
