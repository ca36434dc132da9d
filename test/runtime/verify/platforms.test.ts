import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { HashAlgorithm } from "../../../src/runtime/crypto/key.js";
import * as node from "../../../src/runtime/crypto/node.js";
import * as web from "../../../src/runtime/crypto/web.js";
import { testKeys } from "../testing/sign-family.js";
import { readPublicKey } from "../../../src/runtime/verify/public-key.js";

const bytes = fc.uint8Array({ maxLength: 200 });
const pieces = fc.array(fc.oneof(bytes, fc.string({ unit: "binary" })), { maxLength: 4 });
const algorithm = fc.constantFrom<HashAlgorithm>("sha1", "sha256", "sha384", "sha512");

describe("node:crypto and WebCrypto", () => {
  it.each(["hex", "base64", "base64url"] as const)("write and read %s alike", (encoding) => {
    const property = fc.property(bytes, (some) => {
      const text = node.toText(some, encoding);
      expect(web.toText(some, encoding)).toBe(text);
      expect(Buffer.from(web.fromText(text, encoding))).toEqual(Buffer.from(node.fromText(text, encoding)));
    });
    fc.assert(property, { seed: 4, numRuns: 300 });
  });

  it("compare alike, and different lengths are unequal", () => {
    const pair = fc.oneof(fc.tuple(bytes, bytes), bytes.map((some) => [some, some.slice()] as const), bytes.map((some) => [some, some.subarray(0, -1)] as const));
    const property = fc.property(pair, ([a, b]) => {
      const isEqual = Buffer.compare(a, b) === 0;
      expect([node.equalBytes(a, b), web.equalBytes(a, b), web.equalBytes(b, a)]).toEqual([isEqual, isEqual, isEqual]);
    });
    fc.assert(property, { seed: 5, numRuns: 500 });
  });

  it("hash alike, however the text is cut into pieces", async () => {
    const property = fc.asyncProperty(algorithm, pieces, async (name, all) => {
      expect(Buffer.from(await web.hashBytes(name, all))).toEqual(Buffer.from(await node.hashBytes(name, all)));
    });
    await fc.assert(property, { seed: 6, numRuns: 300 });
  });

  it("know an HMAC among others, and nothing else", async () => {
    const property = fc.asyncProperty(algorithm, pieces, fc.array(bytes, { maxLength: 3 }), fc.nat(), async (name, all, others, at) => {
      const right = new Uint8Array(await node.hmacBytes(name, node.toHmacKey("secret"), all));
      const wrong = right.map((byte, index) => (index === at % right.length ? byte ^ 1 : byte));
      for (const { matchesHmac, toHmacKey } of [node, web]) {
        const matches = async (...signatures: readonly Uint8Array[]): Promise<boolean> => matchesHmac(name, toHmacKey("secret"), all, signatures);
        expect([await matches(...others, right, wrong), await matches(...others, wrong), await matches(right.subarray(1))]).toEqual([true, false, false]);
      }
    });
    await fc.assert(property, { seed: 8, numRuns: 200 });
  });

  it("make the same HMAC under a secret of text or bytes", async () => {
    const secret = fc.oneof(fc.uint8Array({ minLength: 1, maxLength: 200 }), fc.string({ unit: "binary", minLength: 1 }));
    const property = fc.asyncProperty(algorithm, secret, pieces, async (name, key, all) => {
      const here = await node.hmacBytes(name, node.toHmacKey(key), all);
      expect(Buffer.from(await web.hmacBytes(name, web.toHmacKey(key), all))).toEqual(Buffer.from(here));
    });
    await fc.assert(property, { seed: 7, numRuns: 300 });
  });

  it.each([
    ["a key of another kind", "ES256", testKeys.rsa.pub],
    ["a key of another kind", "RS256", testKeys.ec.pub],
    ["a key of another kind", "EdDSA", testKeys.ec.pub],
    ["a key of another curve", "ES384", testKeys.ec.pub],
    ["a key of another kind", "PS256", testKeys.ed.pub],
  ] as const)("verify nothing with %s: %s", async (_, name, pem) => {
    const material = readPublicKey(pem) as Uint8Array;
    const found = [node, web].map(async (platform) => {
      const key = platform.toPublicKey(name, material);
      return key !== undefined && platform.verifySignature(name, key, new Uint8Array(64), new Uint8Array(1));
    });
    expect(await Promise.all(found)).toEqual([false, false]);
  });
});
