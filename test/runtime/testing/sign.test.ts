import { verifySignature, type VerifyResult } from "@smart-webhooks/runtime";
import {
  awsSns, basic, body, each, ecdsa, ed25519, field, hash, header, headers, hex, hmac, iso8601, jwt, type JwtAlgorithm, list, milliseconds, pairs, parameter, query, rsa, type Scheme,
  secret, seconds, standardWebhooks, timestamp, token, unsigned, url,
} from "@smart-webhooks/runtime/verify";
import { describe, expect, it } from "vitest";
import type { Draft } from "../../../src/runtime/testing/draft.js";
import { sign } from "../../../src/runtime/testing/sign.js";
import { NOW, surroundings, testKeys } from "./sign-family.js";

const draft: Draft = { method: "POST", url: "https://a.example/hook?x=1", headers: {}, body: Buffer.from('{"a":[{"b":1},{"b":2}]}') };
const { ed, ec, rsa: rsaKeys } = testKeys;
const edKey = Buffer.from(ed.pub.replace(/-----.*?-----|\s/g, ""), "base64").subarray(-32).toString("hex");

const signed = (scheme: Scheme, own: string, from: Draft = draft): Promise<Draft> => sign(scheme, from, { secret: own, surroundings });

async function verdict(verify: Scheme, own: string, open = own): Promise<VerifyResult> {
  return verifySignature({ verify }, await signed(verify, own), { secret: open, now: NOW });
}

const signature = header("x-signature");
const withTime = [timestamp, ".", body];
const inJwt = (...algorithms: readonly JwtAlgorithm[]): Scheme => jwt({ token: header("x-token"), algorithms, issuer: "I", audience: "A", maxAge: 1, hashes: { h: body, u: url } });

describe("a signed request is accepted", () => {
  it.each<readonly [string, Scheme, readonly [own: string, open?: string]]>([
    ["HMAC in the query", hmac({ signature: query("s", { encoding: "base64" }) }), ["s"]],
    ["HMAC SHA-512 in a list", hmac({ algorithm: "sha512", signature: list("x-s", { separator: ",", prefix: "v1=" }) }), ["s"]],
    ["HMAC SHA-1 in the first of several headers", hmac({ algorithm: "sha1", signature: headers(["x-s-{n}", "x-t"]) }), ["s"]],
    ["HMAC in pairs", hmac({ signature: pairs("x-s", { signature: "v1", timestamp: "t", separator: ";" }), content: withTime, timestamp: seconds() }), ["s"]],
    ["HMAC in pairs without a time", hmac({ signature: pairs("x-s", { signature: "v1" }) }), ["s"]],
    ["HMAC with a date", hmac({ signature, content: withTime, timestamp: iso8601(300, header("x-time")) }), ["s"]],
    ["HMAC with a time in the query", hmac({ signature, content: [url, ...withTime], timestamp: milliseconds(300, query("t")) }), ["s"]],
    ["HMAC with headers that must say something", hmac({ signature, require: { "x-version": "1", "x-id": parameter("id") } }), ["s"]],
    ["HMAC of each item", hmac({ signature: field("s.s"), items: each("a[]"), content: ["b"] }), ["s"]],
    ["HMAC under a key in hex", hmac({ signature, secret: hex("k_") }), ["k_00ff"]],
    ["a hash, SHA-1", hash({ algorithm: "sha1", signature, content: [body, secret] }), ["s"]],
    ["Ed25519", ed25519({ signature, key: hex(), content: withTime, timestamp: seconds(300, header("x-time")) }), [ed.priv, edKey]],
    ["ECDSA side by side", ecdsa({ form: "p1363", signature: header("x-s", { encoding: "base64url" }) }), [ec.priv, ec.pub]],
    ["RSA SHA-1", rsa({ algorithm: "sha1", signature }), [rsaKeys.priv, rsaKeys.pub]],
    ["RSA SHA-512", rsa({ algorithm: "sha512", signature }), [rsaKeys.priv, rsaKeys.cert]],
    ["a token HS384", inJwt("HS384"), ["s"]],
    ["a token HS512", inJwt("HS512", "HS256"), ["s"]],
    ["a token ES256", inJwt("ES256"), [ec.priv, ec.pub]],
    ["a token RS256", inJwt("RS256"), [rsaKeys.priv, rsaKeys.pub]],
    ["a token EdDSA", inJwt("EdDSA"), [ed.priv, ed.pub]],
    ["the secret itself in each item", token(field("t"), { items: each("a[]") }), ["s"]],
    ["the secret itself in the query", token(query("t")), ["a b&c"]],
    ["Basic", basic(), ["user:p:ß"]],
    ["nothing", unsigned(), [""]],
  ])("%s", async (_, scheme, keys) => expect(await verdict(scheme, ...keys)).toMatchObject({ ok: true }));

  it("in each item of lists in lists", async () => {
    const verify = hmac({ signature: field("s.s"), items: each("a[].b[].c"), content: ["b"] });
    const nested = { ...draft, body: Buffer.from('{"a":[{"b":[{"c":{"n":1}},{"c":{"n":2}}]},{"b":[{"c":{"n":3}}],"d":4}]}') };
    const request = await signed(verify, "s", nested);
    expect(await verifySignature({ verify }, request, { secret: "s", now: NOW })).toMatchObject({ ok: true });
    expect(JSON.parse(new TextDecoder().decode(request.body))).toMatchObject({ a: [{ b: [{ c: { n: 1 } }, { c: { n: 2 } }] }, { b: [{ c: { n: 3 } }], d: 4 }] });
  });

  it("whatever numbers an ECDSA signature is made of", async () => {
    // One in 128 has a number that begins with a zero, which DER leaves out.
    const scheme = ecdsa({ signature });
    const verdicts = await Promise.all(Array.from({ length: 600 }, () => verdict(scheme, ec.priv, ec.pub)));
    expect(verdicts.filter(({ ok }) => !ok)).toEqual([]);
  });

  it("under Standard Webhooks with the id it has, or one for tests", async () => {
    const scheme = standardWebhooks({ headers: ["svix"] });
    const own = "whsec_AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB";
    expect((await signed(scheme, own)).headers["svix-id"]).toBe("msg_test");
    expect((await signed(scheme, own, { ...draft, headers: { "svix-id": "msg_1" } })).headers["svix-id"]).toBe("msg_1");
  });
});

describe("what cannot be signed says why", () => {
  it.each<readonly [string, Scheme, string, string]>([
    ["for Amazon", awsSns(), "", "no message of Amazon SNS"],
    ["with a blank secret", hmac({ signature }), " ", "The secret is blank, or not of the form the provider gives"],
    ["with a secret of another form", hmac({ signature, secret: hex() }), "xyz", "The secret is blank, or not of the form the provider gives"],
    ["with a public key", ed25519({ signature, key: hex() }), ed.pub, "This provider signs with a private key"],
    ["with a secret in place of a key", ecdsa({ signature }), "c2VjcmV0", "This provider signs with a private key"],
    ["with a secret in place of a key, in a token", inJwt("ES256"), "c2VjcmV0", "This provider signs with a private key"],
    ["by an algorithm that only providers have", inJwt("PS256"), rsaKeys.priv, "Tests cannot sign with PS256"],
    ["by an algorithm that only providers have", inJwt("ES512"), ec.priv, "Tests cannot sign with ES512"],
    ["without a parameter", hmac({ signature, content: [parameter("none")] }), "c2VjcmV0", "The request cannot be signed (parameter_missing)"],
    ["as a batch where there is none", hmac({ signature: field("s"), items: each("none[]") }), "c2VjcmV0", "The payload has no list at none"],
  ])("%s", async (_, scheme, own, message) => {
    const failure: unknown = await signed(scheme, own).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(TypeError);
    expect((failure as Error).message).toContain(message);
    // An error never shows a secret.
    expect((failure as Error).message).not.toContain(own.trim() || "nothing to show");
  });

  it.each([["for a signature", hmac({ signature, content: [url] })], ["for a token", inJwt("HS256")]])("without a URL, %s", async (_, scheme) => {
    const failure: unknown = await signed(scheme, "s", { ...draft, url: "/hook" }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(TypeError);
    expect((failure as Error).message).toContain("publicUrl");
  });
});
