import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { explain } from "../../src/explain/explain.js";
import { type GeneratedWebhook, generateAll, importWebhooks, providers, removeGenerated } from "../providers/generated-webhooks.js";
import { keysFor } from "../providers/provider-keys.js";
import { NOW, sampleRequest, settings } from "../providers/sample-request.js";
import type { Case } from "../../src/explain/case.js";

let folder: string;
beforeAll(async () => void (folder = await generateAll()));
afterAll(() => removeGenerated(folder));

/** A request of a webhook's provider, as it would have been captured. */
async function captured(webhook: GeneratedWebhook, which: "" | "2" = ""): Promise<Case> {
  const { method, url, headers, body } = await sampleRequest(webhook, which);
  const { options } = keysFor(webhook.spec);
  const secret = options.secret === undefined ? [] : [options.secret].flat();
  return {
    spec: webhook.spec,
    request: { method, url, headers, body },
    secrets: webhook.spec.verify.keyless ? [] : secret.map((value) => ({ name: webhook.spec.secretEnv ?? "SECRET", value: value as string })),
    now: NOW,
    publicUrl: settings.publicUrl,
    params: settings.params,
    fetchKey: options.fetchKey,
  };
}

describe.each(providers)("a request of %s", (provider) => {
  let webhooks: readonly GeneratedWebhook[];
  beforeAll(async () => void (webhooks = await importWebhooks(folder, provider)));

  it("is right where it is signed rightly", async () => {
    for (const webhook of webhooks) {
      const explanation = await explain(await captured(webhook));
      expect([webhook.webhook, explanation.accepted, explanation.cause]).toEqual([webhook.webhook, true, undefined]);
    }
  });

  it("is refused where others signed it, for their secret or key alone", async () => {
    for (const webhook of webhooks.filter(({ spec }) => spec.verify.signed)) {
      const { accepted, cause } = await explain(await captured(webhook, "2"));
      expect([webhook.webhook, accepted, cause?.code]).toEqual([webhook.webhook, false, webhook.spec.verify.keyless ? "request-changed" : "secret-wrong"]);
    }
  });
});
