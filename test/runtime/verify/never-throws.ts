import { verifySignature, type WebhookSpec } from "@smart-webhooks/runtime";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { testKeys } from "../testing/sign-family.js";
import { families, loadFamilies, vectors } from "./load-families.js";

/** Words that schemes look for, so that random requests get past the first look. */
const WORDS = ["sha256=", "v0=", "v1=", "v1,", "t=1764000000,", "1764000000", "Bearer ", "Basic ", "e30", ".", ",", "=", "A".repeat(43), "a".repeat(64), "\u0000", "\ud800", "é"];

const HEADERS = [...new Set(vectors.flatMap(({ headers }) => Object.keys(headers))), "__proto__", "constructor", "content-type"];

const words = fc.array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ unit: "binary", maxLength: 5 })), { maxLength: 5 }).map((all) => all.join(""));

const headers = fc.oneof(
  fc.array(fc.tuple(fc.constantFrom(...HEADERS), words), { maxLength: 12 }),
  fc.dictionary(fc.constantFrom(...HEADERS), fc.oneof(words, fc.array(words), fc.constant(undefined))),
);

const json = fc.json().map((text) => new TextEncoder().encode(text));

// Not those that are right: some signatures stand in the body.
const forged = vectors.filter(({ recommended }) => !recommended).map(({ body }) => body);

const bodies = fc.oneof(fc.uint8Array(), json, fc.constantFrom(...forged).map((text) => new TextEncoder().encode(text)));

const urls = fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), words, fc.constantFrom("/", "?", "/?bodySHA256=%zz", "https://", "http://[::1]:80/?a=b#c", "//x"));

const secrets = fc.constantFrom(...vectors.map(({ secret, publicKey }) => secret ?? publicKey ?? "s"), "", "whpk_", "{}", testKeys.rsa.cert);

const request = fc.record({ method: fc.oneof(fc.constant("POST"), words), url: urls, headers, body: bodies });

const options = fc.record({
  secret: fc.oneof(secrets, fc.array(secrets, { maxLength: 3 })),
  now: fc.constantFrom(1_764_000_000_000, 0, -1),
  publicUrl: fc.constantFrom(undefined, "https://a.example", "https://a.example/p/", "nonsense"),
  params: fc.constant({ webhookId: "WEBHOOK_ID", appKey: "appkey" }),
  fetchKey: fc.constantFrom(
    undefined,
    () => testKeys.rsa.cert,
    () => ({ keys: [{}] }),
    async () => undefined,
    () => Promise.reject(new Error("down")),
    () => "no key",
  ),
});

/** Whatever is sent, there is a verdict: the same on each platform's cryptography. */
export function describeVerdicts(platform: string): void {
  let specs: ReadonlyMap<string, WebhookSpec>;
  beforeAll(async () => void (specs = await loadFamilies()));
  // Some of the requests name a certificate at a host that is trusted: a test calls nobody.
  beforeAll(() => void vi.stubGlobal("fetch", () => Promise.reject(new Error("down"))));
  afterAll(() => void vi.unstubAllGlobals());

  describe(`verifySignature on ${platform}`, () => {
    it.each(families)("has a verdict for whatever is sent as %s, and never a throw", async (family) => {
      const spec = specs.get(family) as WebhookSpec;
      const property = fc.asyncProperty(request, options, async (sent, given) => {
        const found = await verifySignature(spec, sent, given);
        // Nobody can guess a signature: only a token's secret is among the words.
        expect(found.ok ? spec.verify.scheme : found).toEqual(found.ok ? expect.stringMatching(/^(?:token|basic)$/) : { ok: false, reason: expect.any(String) });
      });
      await fc.assert(property, { seed: 10, numRuns: 150 });
    });

    it("has one for arguments that are none of the right type", async () => {
      const property = fc.asyncProperty(fc.anything(), fc.anything(), fc.anything(), async (spec, sent, given) => {
        expect(await verifySignature(spec as never, sent as never, given as never)).toMatchObject({ ok: false });
      });
      await fc.assert(property, { seed: 11, numRuns: 500 });
    });

    it("has one for the right arguments but for one", async () => {
      const spec = specs.get("stripe") as WebhookSpec;
      const property = fc.asyncProperty(request, fc.constantFrom("method", "url", "headers", "body"), fc.anything(), async (sent, name, anything) => {
        expect(await verifySignature(spec, { ...sent, [name]: anything } as never, { secret: "s" })).toMatchObject({ ok: false });
      });
      await fc.assert(property, { seed: 12, numRuns: 500 });
    });
  });
}
