import type { WebhookSpec } from "@smart-webhooks/runtime";
import { beforeAll, describe, expect, it } from "vitest";
import { loadFamilies, type Vector, vectors, verdict } from "./load-families.js";

/** Every vector through `verifySignature`: the same on each platform's cryptography. */
export function describeSignatures(platform: string): void {
  let specs: ReadonlyMap<string, WebhookSpec>;
  beforeAll(async () => void (specs = await loadFamilies()));

  it.each(vectors.map((vector) => [vector.id, vector] as const))(`%s on ${platform}`, async (_, vector: Vector) => {
    expect(await verdict(specs.get(vector.provider) as WebhookSpec, vector)).toMatchObject({ ok: vector.recommended });
  });

  describe(platform, () => it("has vectors", () => expect(vectors.length).toBeGreaterThan(400)));
}
