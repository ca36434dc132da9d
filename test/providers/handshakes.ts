import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import type { WebhookSpec } from "@smart-webhooks/runtime";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { toBytes } from "../../src/runtime/testing/draft.js";
import { sign } from "../../src/runtime/testing/sign.js";
import { surroundings } from "../runtime/testing/sign-family.js";
import { type GeneratedWebhook, generateAll, importWebhooks, providers, removeGenerated } from "./generated-webhooks.js";
import { keysFor } from "./provider-keys.js";
import { firstEvent, NOW, samplePayload, sampleRequest, settings } from "./sample-request.js";

interface Handshake {
  readonly provider: string;
  readonly signed?: boolean;
  readonly secret?: string;
  readonly request: { readonly method?: string; readonly query?: Readonly<Record<string, string>>; readonly headers?: Readonly<Record<string, string>>; readonly json?: unknown };
  readonly response: { readonly status: number | string; readonly contentType?: string; readonly body?: string; readonly json?: unknown; readonly headers?: Readonly<Record<string, string>> };
}

const handshakes = JSON.parse(readFileSync(new URL("../fixtures/handshakes.json", import.meta.url), "utf8")) as readonly Handshake[];

/** What others call by a name of its own. */
const FOLDERS: Readonly<Record<string, readonly [provider: string, webhook: string]>> = {
  "discord-interactions": ["discord", "default"],
  "discord-webhook-events": ["discord", "app_events"],
  "cloudevents-abuse-protection": ["cloudevents", "default"],
};

/** Every handshake gets its provider's answer. */
export function describeHandshakes(platform: string): void {
  let folder: string;
  beforeAll(async () => void (folder = await generateAll()));
  afterAll(() => removeGenerated(folder));

  describe(`handshakes on ${platform}`, () => {
    it.each(handshakes.filter(({ request }) => "method" in request).map((one) => [one.provider, one] as const))("of %s", async (_, handshake) => {
      const webhook = await find(handshake);
      const secret = handshake.secret ?? keysFor(webhook.spec).own;
      const told: string[] = [];
      const { options } = keysFor(webhook.spec);
      const keys = handshake.secret === undefined ? options : { secret };
      const handler = webhook.define({ onEvent: () => expect.unreachable() }, { ...settings, params: { verify_token: "VT", topic_arns: "arn:aws:sns:us-east-1:123456789012:topic" }, ...keys, onSecret: (text) => void told.push(text) });
      const visited = vi.fn(() => Promise.resolve(new Response()));
      vi.stubGlobal("fetch", visited);
      const response = await handler.handle(await toRequest(handshake, webhook.spec, secret));
      vi.unstubAllGlobals();
      expect(visited).toHaveBeenCalledTimes(webhook.provider === "aws-sns" ? 1 : 0);
      expect(response.status, response.body).toBe(Number.parseInt(String(handshake.response.status), 10));
      expectAnswer(handshake, response, secret);
      const secrets = webhook.spec.handshakes?.length && ["asana", "notion"].includes(webhook.provider) ? 1 : 0;
      expect(told).toHaveLength(secrets);
    });

    it.each(handshakes.filter(({ request }) => !("method" in request)).map((one) => [one.provider, one] as const))("of %s: every delivery is answered so", async (_, handshake) => {
      const webhook = await find(handshake);
      const handler = webhook.define({ onEvent: () => undefined }, { ...settings, ...keysFor(webhook.spec).options });
      const response = await handler.handle(await sampleRequest(webhook));
      expect([response.status, response.body]).toEqual([200, handshake.response.body]);
    });

    it("covers every provider that has one", () => {
      const known = handshakes.map(({ provider }) => FOLDERS[provider]?.[0] ?? provider);
      expect(providers).toEqual(expect.arrayContaining(known));
    });
  });

  async function find({ provider }: Handshake): Promise<GeneratedWebhook> {
    const [name, webhook] = FOLDERS[provider] ?? [provider, "default"];
    const found = (await importWebhooks(folder, name)).find((one) => one.webhook === webhook);
    if (found === undefined) throw new Error(`There is no ${name}/${webhook}`);
    return found;
  }
}

async function toRequest({ signed, request }: Handshake, spec: WebhookSpec, secret: string): ReturnType<typeof sign> {
  const { method = "POST", query = {}, headers = {}, json } = request;
  const search = new URLSearchParams(query).toString();
  const message = spec.provider === "aws-sns" ? { ...samplePayload(spec, firstEvent(spec)), Type: "SubscriptionConfirmation", SubscribeURL: "https://sns.us-east-1.amazonaws.com/?Action=ConfirmSubscription", Token: "t" } : json;
  const draft = {
    method,
    url: `/webhooks/any${search === "" ? "" : `?${search}`}`,
    headers: { ...(message !== undefined && { "content-type": "application/json" }), ...headers, ...(spec.provider === "twitch" && { "twitch-eventsub-message-id": "e76c6bd4" }) },
    body: toBytes(message === undefined ? "" : JSON.stringify(message)),
  };
  return signed === true ? sign(spec.verify, draft, { secret, surroundings: { ...surroundings, now: NOW } }) : draft;
}

function expectAnswer({ provider, request, response: expected }: Handshake, response: { readonly headers: Readonly<Record<string, string>>; readonly body: string }, secret: string): void {
  const { body, contentType, headers = {} } = expected;
  if (contentType !== undefined) expect(response.headers["content-type"]).toContain(contentType);
  if (body !== undefined) expect(response.body).toBe(body.replace(" (URL-decoded)", ""));
  for (const [name, value] of Object.entries(headers)) expect(response.headers[name.toLowerCase()]).toBe(value);
  if (expected.json !== undefined) expect(JSON.parse(response.body)).toEqual(jsonOf(provider, request, expected.json, secret));
}

/** Where the vector says how a value is made, it is made here. */
function jsonOf(provider: string, { query }: Handshake["request"], json: unknown, secret: string): unknown {
  const hmac = (text: string, encoding: "hex" | "base64"): string => createHmac("sha256", secret).update(text).digest(encoding);
  if (provider === "zoom") return { plainToken: "qgg8vlvZRS6UYooatFL8Aw", encryptedToken: hmac("qgg8vlvZRS6UYooatFL8Aw", "hex") };
  if (provider === "twitter") return { response_token: `sha256=${hmac(query?.["crc_token"] ?? "", "base64")}` };
  return json;
}
