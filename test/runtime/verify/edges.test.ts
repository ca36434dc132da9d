import { createHmac, generateKeyPairSync, sign as signBytes } from "node:crypto";
import { type ReadRequest, verifySignature, type VerifyResult } from "@smart-webhooks/runtime";
import { body, ecdsa, ed25519, header, hex, hmac, jwt, pairs, type Scheme, seconds } from "@smart-webhooks/runtime/verify";
import { describe, expect, it } from "vitest";
import { testKeys } from "../testing/sign-family.js";

const TEXT = "{}";
const request = (headers: Readonly<Record<string, string>>): ReadRequest => ({ method: "POST", url: "/", headers, body: Buffer.from(TEXT) });
const verdict = async (verify: Scheme, headers: Readonly<Record<string, string>>, secret?: string, more = {}): Promise<VerifyResult> =>
  verifySignature({ verify }, request(headers), { secret, ...more });

describe("an Ed25519 key of small order", () => {
  const points = ["00", "01", "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05", "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a", `ec${"f".repeat(60)}7f`, `ed${"f".repeat(60)}7f`, `ee${"f".repeat(60)}7f`];
  const scheme = ed25519({ signature: header("x-signature"), key: hex() });

  it.each(points.map((point) => point.padEnd(64, "0")))("is none, whatever its sign: %s", (point) => {
    const signed = Buffer.from(point, "hex");
    signed[31] = (signed[31] as number) | 0x80;
    expect([scheme.toKey(point), scheme.toKey(signed.toString("hex"))]).toEqual([undefined, undefined]);
  });

  it("is told from one that differs from it anywhere else", () => {
    const key = Buffer.alloc(32);
    for (const index of [0, 15, 30]) {
      key.fill(0);
      key[index] = 0x80;
      expect(scheme.toKey(key.toString("hex"))).toBeDefined();
    }
  });

  it.each([31, 33, 0])("nor are %i bytes a key", (length) => expect(scheme.toKey("ab".repeat(length))).toBeUndefined());
});

describe("an ECDSA signature of two numbers side by side", () => {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
  const pem = publicKey.export({ type: "spki", format: "pem" }).toString();
  const written = (dsaEncoding: "der" | "ieee-p1363"): string => signBytes("sha256", Buffer.from(TEXT), { key: privateKey, dsaEncoding }).toString("hex");

  it("is taken where it is written so, and DER where it is DER", async () => {
    const [der, p1363] = [ecdsa({ signature: header("x-signature") }), ecdsa({ signature: header("x-signature"), form: "p1363" })];
    for (const [scheme, own, other] of [[der, "der", "ieee-p1363"], [p1363, "ieee-p1363", "der"]] as const) {
      expect(await verdict(scheme, { "x-signature": written(own) }, pem)).toMatchObject({ ok: true });
      expect(await verdict(scheme, { "x-signature": written(other) }, pem)).toMatchObject({ ok: false });
    }
  });
});

describe("a token", () => {
  const scheme = jwt({ token: header("x-token"), algorithms: ["HS256"] });
  const tokenOf = (claims: string | Uint8Array): string => {
    const signed = [`{"alg":"HS256"}`, claims].map((part) => Buffer.from(part).toString("base64url")).join(".");
    return `${signed}.${createHmac("sha256", "s").update(signed).digest("base64url")}`;
  };

  it.each<[string, string | Uint8Array]>([
    ["a text", `"text"`],
    ["a number", "1"],
    ["a list", "[]"],
    ["null", "null"],
    ["no JSON", "{"],
    ["no UTF-8", Uint8Array.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
  ])("whose claims are %s is malformed, though signed", async (_, claims) => {
    expect(await verdict(scheme, { "x-token": tokenOf(claims) }, "s")).toEqual({ ok: false, reason: "signature_malformed" });
    expect(await verdict(scheme, { "x-token": tokenOf("{}") }, "s")).toMatchObject({ ok: true });
  });

  it("of a key that is of another kind than its algorithms is checked by nobody", async () => {
    expect(await verdict(jwt({ token: header("x-token"), algorithms: ["ES256"] }), { "x-token": "a.b.c" }, testKeys.rsa.pub)).toEqual({ ok: false, reason: "secret_unusable" });
  });

  it("has its key asked for by its id, or of the provider's set by its URL", async () => {
    const asked: string[] = [];
    const fetchKey = (name: string): undefined => void asked.push(name);
    const signed = [`{"alg":"ES256","kid":"k1"}`, "{}"].map((part) => Buffer.from(part).toString("base64url")).join(".");
    for (const keys of ["kid", "https://keys.example/set"]) {
      expect(await verdict(jwt({ token: header("x-token"), algorithms: ["ES256"], keys }), { "x-token": `${signed}.AAAA` }, undefined, { fetchKey })).toEqual({ ok: false, reason: "key_unknown" });
    }
    expect(asked).toEqual(["k1", "https://keys.example/set"]);
  });
});

it("a time beside the signature that is not signed is held against the clock all the same", async () => {
  const scheme = hmac({ signature: pairs("x-signature", { signature: "v1", timestamp: "t" }), content: [body], timestamp: seconds(300) });
  const digest = createHmac("sha256", "s").update(TEXT).digest("hex");
  const at = (time: number): Promise<VerifyResult> => verdict(scheme, { "x-signature": `t=${time},v1=${digest}` }, "s", { now: 1_700_000_000_000 });
  expect(await at(1_700_000_000)).toEqual({ ok: true, timestamp: 1_700_000_000_000 });
  expect(await at(1_600_000_000)).toEqual({ ok: false, reason: "timestamp_too_old" });
});
