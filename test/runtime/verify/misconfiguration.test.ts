import { verifySignature, type VerifyOptions, type VerifyResult } from "@smart-webhooks/runtime";
import { basic, body, header, hmac, jwt, parameter, rsa, type Scheme, seconds, url } from "@smart-webhooks/runtime/verify";
import { describe, expect, it } from "vitest";
import { sign } from "../../../src/runtime/testing/sign.js";
import type { Check } from "../../../src/runtime/verify/delivery.js";
import { NOW, surroundings, testKeys } from "../testing/sign-family.js";
import { checkOf } from "./make-check.js";

const signature = header("x-signature");
const provider = { ...surroundings, publicUrl: "https://a.example", params: { id: "1" } };

/** How a receiver is set up, and the secret that the provider signs with. */
interface Setup extends VerifyOptions {
  readonly own?: string;
}

/** What is said of a request that is signed as it should be. */
async function verdict(verify: Scheme, { own = "s", ...options }: Setup): Promise<VerifyResult> {
  const draft = { method: "POST", url: "/hook", headers: { "x-cert": "https://certs.example/1" }, body: Buffer.from("{}") };
  return verifySignature({ verify }, await sign(verify, draft, { secret: own, surroundings: provider }), { now: NOW, ...options });
}

const plain = hmac({ signature });
const withUrl = hmac({ signature, content: [url, body] });
const withParameter = hmac({ signature, content: [parameter("id"), body] });
const withCertificate = rsa({ signature, certificate: { url: header("x-cert"), hosts: ["certs.example"] } });
const withKeySet = jwt({ token: header("x-token"), algorithms: ["ES256"], keys: "kid" });
const [rsaKey, ecKey] = [testKeys.rsa.priv, testKeys.ec.priv];

describe("a receiver that is set up right", () => {
  it.each<readonly [string, Scheme, Setup]>([
    ["has a secret", plain, { secret: "s" }],
    ["has a list of secrets", plain, { secret: ["a", "s"] }],
    ["has a secret from before its rotation", plain, { secret: "a", previousSecrets: ["b", "s"] }],
    ["has only secrets from before", plain, { previousSecrets: ["s"] }],
    ["has a password, and only blanks for a user", basic(), { own: " :pw", secret: " :pw" }],
    ["has a public key", rsa({ signature }), { own: rsaKey, secret: testKeys.rsa.pub }],
    ["knows its URL", withUrl, { secret: "s", publicUrl: "https://a.example/" }],
    ["knows the parameter", withParameter, { secret: "s", params: { id: "1" } }],
    ["fetches a certificate", withCertificate, { own: rsaKey, fetchKey: () => testKeys.rsa.cert }],
    ["fetches a key by its id", withKeySet, { own: ecKey, fetchKey: async () => testKeys.ec.pub }],
  ])("%s", async (_, verify, setup) => expect(await verdict(verify, setup)).toMatchObject({ ok: true }));
});

describe("a receiver that is not", () => {
  it.each<readonly [string, Scheme, Setup, string]>([
    ["has no secret", plain, {}, "secret_unusable"],
    ["has an empty list of secrets", plain, { secret: [], previousSecrets: [] }, "secret_unusable"],
    ["has a blank secret", plain, { secret: " " }, "secret_unusable"],
    ["has a blank secret for tokens", jwt({ token: header("x-token"), algorithms: ["HS256"] }), { secret: " " }, "secret_unusable"],
    ["has a blank secret beside the right one", plain, { secret: ["s", ""] }, "secret_unusable"],
    ["has a blank secret from before", plain, { secret: "s", previousSecrets: [""] }, "secret_unusable"],
    ["has a private key where a public one belongs", rsa({ signature }), { own: rsaKey, secret: rsaKey }, "secret_unusable"],
    ["has a public key of another kind", rsa({ signature }), { own: rsaKey, secret: testKeys.ed.pub }, "secret_unusable"],
    ...[NaN, 0, -1].map((tolerance) => [`has a tolerance of ${tolerance}`, plain, { secret: "s", tolerance }, "options_invalid"] as const),
    ["has no clock to speak of", hmac({ signature, timestamp: seconds(300, header("x-time")) }), { secret: "s", now: NaN }, "timestamp_in_future"],
    ["has a clock that throws", plain, { secret: "s", now: () => { throw new Error("x"); } }, "options_invalid"],
    ["has what is no URL", withUrl, { secret: "s", publicUrl: "a.example" }, "options_invalid"],
    ["does not know its URL", withUrl, { secret: "s" }, "public_url_missing"],
    ["has another URL", withUrl, { secret: "s", publicUrl: "https://b.example" }, "signature_mismatch"],
    ["does not know the parameter", withParameter, { secret: "s" }, "parameter_missing"],
    ["has the parameter unset", withParameter, { secret: "s", params: { id: undefined } }, "parameter_missing"],
    ["has another parameter", withParameter, { secret: "s", params: { id: "2" } }, "signature_mismatch"],
    ["fetches what is no certificate", withCertificate, { own: rsaKey, fetchKey: () => "<html>" }, "key_unavailable"],
    ["cannot fetch a certificate", withCertificate, { own: rsaKey, fetchKey: () => Promise.reject(new Error("down")) }, "key_unavailable"],
    ["finds no certificate", withCertificate, { own: rsaKey, fetchKey: () => undefined }, "key_unknown"],
    ["finds a certificate of another", withCertificate, { own: rsaKey, fetchKey: () => testKeys.rsa2.cert }, "signature_mismatch"],
    ["finds a key of another kind", withCertificate, { own: rsaKey, fetchKey: () => testKeys.ec.pub }, "key_unknown"],
    ["has nobody to ask for a key by its id", withKeySet, { own: ecKey }, "key_unavailable"],
  ])("%s", async (_, verify, setup, reason) => expect(await verdict(verify, setup)).toEqual({ ok: false, reason }));

  it.each<readonly [string, Scheme, Partial<Check>]>([
    ["does not know its URL", withUrl, {}],
    ["does not know the URL that a token holds the hash of", jwt({ token: header("x-token"), algorithms: ["HS256"], hashes: { u: url } }), {}],
    ["does not know the parameter", withParameter, { publicUrl: "https://a.example" }],
    ["cannot fetch a certificate", withCertificate, { fetchKey: () => Promise.reject(new Error("down")) }],
  ])("is told what to do when it %s", async (_, verify, parts) => {
    const own = verify === withCertificate ? rsaKey : "s";
    const { method, url: called, headers, body: bytes } = await sign(verify, { method: "POST", url: "/hook", headers: { "x-cert": "https://certs.example/1" }, body: Buffer.from("{}") }, { secret: own, surroundings: provider });
    const key = verify.keyless ? [] : [verify.toKey(own)];
    const found = await verify.verify({ ...checkOf({ method, url: called, headers, body: bytes, now: NOW }), ...parts }, key);
    expect(found).toMatchObject({ ok: false, advice: expect.any(String) });
  });

  it("never looks for a key at a URL that is not its provider's", async () => {
    const elsewhere = rsa({ signature, certificate: { url: header("x-cert"), hosts: ["other.example"] } });
    const asked = { own: rsaKey, fetchKey: () => { throw new Error("asked"); } };
    expect(await verdict(elsewhere, asked)).toEqual({ ok: false, reason: "key_url_untrusted" });
  });
});

describe("a parameter that a header must repeat", () => {
  const verify = hmac({ signature, require: { "x-id": parameter("id"), "x-version": "1" } });

  it.each<readonly [string, VerifyOptions["params"], object]>([
    ["is held against it", { id: "1" }, { ok: true }],
    ["is not asked for when it is not set", {}, { ok: true }],
    ["is refused when it is another", { id: "2" }, { ok: false, reason: "header_mismatch" }],
  ])("%s", async (_, params, wanted) => expect(await verdict(verify, { secret: "s", params })).toMatchObject(wanted));

  it("is looked at before the signature", async () => {
    const request = { method: "POST", url: "/", headers: { "x-id": "1" }, body: new Uint8Array() };
    expect(await verifySignature({ verify }, request, { secret: "s", params: { id: "1" } })).toEqual({ ok: false, reason: "header_missing" });
  });
});

describe("the clock", () => {
  it.each([["a number", NOW], ["a function", () => NOW]])("may be %s", async (_, now) => {
    const verify = hmac({ signature, timestamp: seconds(300, header("x-time")) });
    expect(await verdict(verify, { secret: "s", now })).toEqual({ ok: true, timestamp: NOW });
  });

  it("that throws is a refusal, and no throw", async () => {
    expect(await verdict(plain, { secret: "s", now: () => { throw new Error("broken"); } })).toMatchObject({ ok: false });
  });
});
