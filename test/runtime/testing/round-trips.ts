import type { WebhookSpec } from "@smart-webhooks/runtime";
import { beforeAll, describe, expect, it } from "vitest";
import { sign } from "../../../src/runtime/testing/sign.js";
import type { SignedScheme } from "../../../src/runtime/verify/signed.js";
import { families, loadFamilies } from "../verify/load-families.js";
import { draftOf, NOW, signFamily, surroundings, testKeys, verdictOf } from "./sign-family.js";

/** Longer than any provider's window. */
const LONG = 100_000_000;

/** What `sign()` makes, `verifySignature` accepts, and nothing near it. */
export function describeRoundTrips(platform: string): void {
  let specs: ReadonlyMap<string, WebhookSpec>;
  beforeAll(async () => void (specs = await loadFamilies()));
  const specOf = (family: string): WebhookSpec => specs.get(family) as WebhookSpec;

  describe.each(families)(`a signed request of %s on ${platform}`, (family) => {
    it("is accepted", async () => {
      const { request, right } = await signFamily(family, specOf(family));
      expect(await verdictOf(specOf(family), request, right)).toMatchObject({ ok: true });
    });

    it("is refused with another body, where the body is signed", async () => {
      const { request, right } = await signFamily(family, specOf(family));
      const text = new TextDecoder().decode(request.body);
      expect(text).toContain("covered");
      const tampered = { ...request, body: new TextEncoder().encode(text.replace("covered", "tampered")) };
      expect((await verdictOf(specOf(family), tampered, right)).ok).toBe(isToken(specOf(family)));
    });

    it("is refused by another secret", async () => {
      const { request, wrong } = await signFamily(family, specOf(family));
      expect((await verdictOf(specOf(family), request, wrong)).ok).toBe(false);
    });

    it("is refused when it is old, where a time is signed that must be near", async () => {
      const { request, right } = await signFamily(family, specOf(family));
      const found = await verdictOf(specOf(family), request, right, NOW + LONG);
      expect(found).toEqual(hasWindow(specOf(family)) ? { ok: false, reason: "timestamp_too_old" } : expect.objectContaining({ ok: true }));
    });

    it("is refused without its signature", async () => {
      const { draft, right } = await signFamily(family, specOf(family));
      expect((await verdictOf(specOf(family), draft, right)).ok).toBe(false);
    });
  });

  it(`no message of Amazon SNS cannot be signed on ${platform}, and the error says what is one`, async () => {
    const signed = sign(specOf("aws-sns").verify, draftOf("stripe"), { secret: testKeys.rsa.priv, surroundings });
    await expect(signed).rejects.toThrow(/^The payload is no message of Amazon SNS: its Type is Notification/);
  });
}

function isToken({ verify }: WebhookSpec): boolean {
  return verify.scheme === "token" || verify.scheme === "basic";
}

function hasWindow({ verify }: WebhookSpec): boolean {
  if (verify.scheme === "standard_webhooks" || verify.scheme === "jwt") return true;
  const { timestamp } = verify as SignedScheme;
  return timestamp !== undefined && Number.isFinite(timestamp.tolerance);
}
