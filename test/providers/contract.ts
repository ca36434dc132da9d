import type { WebhookEvent, WebhookHandler } from "@smart-webhooks/runtime";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { JwtScheme } from "../../src/runtime/verify/jwt.js";
import type { SignedScheme } from "../../src/runtime/verify/signed.js";
import { type GeneratedWebhook, generateAll, importWebhooks, providers, removeGenerated } from "./generated-webhooks.js";
import { keysFor } from "./provider-keys.js";
import { NOW, sampleRequest, settings } from "./sample-request.js";

/** Signatures that stand in a body, be it JSON or JSON in a form. */
const SIGNATURE_FIELD = /((?:"|%22)(?:signature|Signature|hmacSignature|event_hash|clientState|passcode)(?:"|%22)(?::|%3A))("|%22)[^"%]*("|%22)/g;

/** Longer than any provider's window, in milliseconds. */
const LONG = 100_000_000;

/** What holds for every webhook of every provider that has a folder. */
export function describeProviders(platform: string): void {
  let folder: string;
  beforeAll(async () => void (folder = await generateAll()));
  afterAll(() => removeGenerated(folder));

  describe.each(providers)(`%s on ${platform}`, (provider) => {
    let webhooks: readonly GeneratedWebhook[];
    beforeAll(async () => void (webhooks = await importWebhooks(folder, provider)));

    it("takes a signed delivery, and answers what the provider wants to hear", async () => {
      for (const webhook of webhooks) {
        const { handler, taken } = receiver(webhook);
        const response = await handler.handle(await sampleRequest(webhook));
        expect(taken.map(({ verified }) => verified), webhook.webhook).toEqual([webhook.spec.verify.signed]);
        const { acknowledgement: said } = webhook.spec;
        expect(response.status).toBe(said?.status ?? 200);
        if (said !== undefined) expect(response.body).toBe(said.body ?? "");
      }
    });

    it("acknowledges what nobody takes", async () => {
      for (const webhook of webhooks) {
        const response = await webhook.define({}, options(webhook)).handle(await sampleRequest(webhook));
        expect(response.status, webhook.webhook).toBe(webhook.spec.acknowledgement?.status ?? (webhook.spec.acknowledgement ? 200 : 204));
      }
    });

    it("refuses another body, where the signature covers it", async () => {
      for (const webhook of webhooks.filter(coversBody)) {
        const request = await sampleRequest(webhook);
        const body = new TextEncoder().encode(new TextDecoder().decode(request.body).replace("covered", "changed"));
        await expectRefused(webhook, { ...request, body });
      }
    });

    it("refuses what others sign", async () => {
      for (const webhook of webhooks.filter(({ spec }) => spec.verify.signed)) await expectRefused(webhook, await sampleRequest(webhook, "2"));
    });

    it("refuses what nobody signed", async () => {
      for (const webhook of webhooks.filter(({ spec }) => spec.verify.signed)) {
        const { method, url, body } = await sampleRequest(webhook);
        const unsigned = new TextEncoder().encode(new TextDecoder().decode(body).replaceAll(SIGNATURE_FIELD, "$1$2$2"));
        await expectRefused(webhook, { method, url: url.split("?", 1)[0] ?? "", headers: { "content-type": "application/json" }, body: unsigned });
      }
    });

    it("refuses what was signed long ago, or will be, where the time is signed", async () => {
      for (const webhook of webhooks.filter(hasWindow)) {
        await expectRefused(webhook, await sampleRequest(webhook, "", NOW - LONG));
        // A token that is valid until it expires may be as new as it likes.
        if (webhook.spec.verify.scheme !== "jwt" || (webhook.spec.verify as JwtScheme).maxAge !== undefined) await expectRefused(webhook, await sampleRequest(webhook, "", NOW + LONG));
      }
    });

    it("is not ready without a secret, and says so to nobody but the log", async () => {
      for (const webhook of webhooks.filter(({ spec }) => !spec.verify.keyless)) {
        const reasons: unknown[] = [];
        const logger = { error: (_: string, details: object) => reasons.push(details) };
        const response = await webhook.define({}, { ...settings, env: {}, logger }).handle(await sampleRequest(webhook));
        expect([response.status, response.body], webhook.webhook).toEqual([503, expect.not.stringContaining(webhook.spec.secretEnv ?? "?")]);
        expect(reasons).toEqual([expect.objectContaining({ reason: expect.stringContaining(webhook.spec.secretEnv ?? "?") })]);
      }
    });
  });
}

function options(webhook: GeneratedWebhook): Parameters<GeneratedWebhook["define"]>[1] {
  return { ...settings, ...keysFor(webhook.spec).options };
}

/** A handler with a method for every event, and the events that came to them. */
function receiver(webhook: GeneratedWebhook): { readonly handler: WebhookHandler; readonly taken: readonly WebhookEvent[] } {
  const taken: WebhookEvent[] = [];
  const handler = webhook.define({ onEvent: (event) => void taken.push(event) }, options(webhook));
  return { handler, taken };
}

async function expectRefused(webhook: GeneratedWebhook, request: Parameters<WebhookHandler["handle"]>[0]): Promise<void> {
  const { handler, taken } = receiver(webhook);
  const response = await handler.handle(request);
  expect([response.status, taken.length], webhook.webhook).toEqual([401, 0]);
}

function coversBody({ spec }: GeneratedWebhook): boolean {
  const { scheme, content } = spec.verify as SignedScheme & { readonly content?: readonly (string | { readonly part: string })[] };
  if (scheme === "token" || scheme === "basic" || scheme === "none" || scheme === "aws_sns") return false;
  if (scheme === "jwt") return Object.values((spec.verify as JwtScheme).hashes ?? {}).some(({ part }) => part === "body");
  return content === undefined || content.some((part) => typeof part !== "string" && /^(?:body|form|queryAndForm|bodyCrc32)/.test(part.part));
}

function hasWindow({ spec: { verify } }: GeneratedWebhook): boolean {
  if (verify.scheme === "standard_webhooks" || verify.scheme === "jwt") return true;
  const { timestamp } = verify as SignedScheme;
  return timestamp !== undefined && Number.isFinite(timestamp.tolerance);
}
