import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { webhookOfFamily } from "../../tools/compare/family-webhook.js";
import { families, type Vector, vectors } from "../runtime/verify/load-families.js";
import { type GeneratedWebhook, generateAll, importWebhooks, removeGenerated } from "./generated-webhooks.js";

/** Every recorded request, handed to the generated handler of its provider: what is signed rightly gets past, nothing else. */
export function describeVectors(platform: string): void {
  let folder: string;
  beforeAll(async () => void (folder = await generateAll()));
  afterAll(() => removeGenerated(folder));

  describe.each(families)(`%s on ${platform}`, (family) => {
    const cases = vectors.filter(({ provider }) => provider === family);
    let webhook: GeneratedWebhook;
    beforeAll(async () => {
      const { provider, webhook: name } = webhookOfFamily(family);
      const found = (await importWebhooks(folder, provider)).find((one) => one.webhook === name);
      if (found === undefined) throw new Error(`There is no ${provider}/${name}`);
      webhook = found;
    });

    it.each(cases.map((one) => [one.id, one] as const))("%s", async (_, vector) => {
      const reasons: unknown[] = [];
      const note = (_message: string, details: { readonly reason?: string }): void => void reasons.push(details.reason);
      const handler = webhook.define({ onEvent: () => undefined, onUnknownEvent: () => undefined }, { ...optionsFor(vector), logger: { warn: note, error: note } });
      const { method, url, headers } = vector;
      const { status, body } = await handler.handle({ method, url, headers, body: new TextEncoder().encode(vector.body) });
      if (!vector.recommended) expect([[401, "signature_invalid"], [405, "method_not_allowed"]]).toContainEqual([status, (JSON.parse(body) as { readonly code: string }).code]);
      // Of some vectors the body is no event: what is asked here is whether the signature was taken.
      else expect([200, 202, 204, 400, 415], String(reasons)).toContain(status);
    });
  });
}

function optionsFor(vector: Vector): Parameters<GeneratedWebhook["define"]>[1] {
  const { secret, publicKey, previousSecrets = [], certificate, jwk, webhookId, now, url } = vector;
  const own = secret ?? publicKey;
  return {
    ...(own !== undefined && { secret: [own, ...previousSecrets] }),
    now: () => now * 1000,
    publicUrl: new URL(url, "https://hooks.example.com").origin,
    params: { webhookId, appKey: "appkey", verify_token: "word" },
    fetchKey: () => certificate ?? jwk,
  };
}
