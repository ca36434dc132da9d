import type { WebhookSpec } from "@smart-webhooks/runtime";
import { signedRequest, type SignedRequest } from "@smart-webhooks/runtime/testing";
import type { GeneratedWebhook } from "./generated-webhooks.js";
import { keysFor } from "./provider-keys.js";

/** The clock of these tests, in Unix milliseconds. */
export const NOW = 1_764_000_000_000;

/** What every handler of these tests is made with, beside its keys. */
export const settings = {
  now: () => NOW,
  publicUrl: "https://hooks.example.com",
  params: { webhookId: "WEBHOOK_ID", appKey: "app-key", verify_token: "word" },
  logger: {},
};

/** What the receiver's checks want of a payload beside the event's name. */
const FIELDS: Readonly<Record<string, object>> = {
  mailgun: { signature: { token: "token" } },
  "dropbox-sign": { event: { event_time: "1764000000" } },
  adyen: { pspReference: "a", originalReference: "", merchantAccountCode: "M", merchantReference: "R", amount: { value: 1130, currency: "EUR" }, success: "true" },
  "aws-sns": { MessageId: "da41e39f", TopicArn: "arn:aws:sns:us-east-1:123456789012:topic", Message: "m", Timestamp: "2025-11-24T16:00:00.000Z" },
};

const HEADERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "plivo-v3": { "x-plivo-signature-v3-nonce": "05429567804466091622" },
  contentful: { "x-contentful-signed-headers": "x-contentful-signed-headers,x-contentful-timestamp" },
  paypal: {
    "paypal-transmission-id": "b2384410",
    "paypal-transmission-time": "2025-11-24T16:00:00Z",
    "paypal-cert-url": "https://api.paypal.com/v1/notifications/certs/CERT-360caa42",
  },
};

/** The smallest payload of an event that passes. */
export function samplePayload({ provider, shape }: WebhookSpec, event: string): object {
  const keys = shape && Object.hasOwn(shape, event) ? (shape[event] ?? []) : [];
  return { ...Object.fromEntries(keys.map((key) => [key, null])), ...FIELDS[provider], note: "covered" };
}

/** The first event that a webhook lists, with its first action. */
export function firstEvent({ routes }: WebhookSpec): string {
  const [[event, route] = ["", ""]] = Object.entries(routes);
  const [action] = typeof route === "string" ? [] : Object.keys(route.actions);
  return action === undefined ? event : `${event}.${action}`;
}

/** A delivery of the first event, signed by these keys, at that time. */
export async function sampleRequest({ spec, define }: GeneratedWebhook, which: "" | "2" = "", now: number = NOW): Promise<SignedRequest> {
  const keys = keysFor(spec, which);
  const event = firstEvent(spec);
  const [type = ""] = Object.keys(spec.routes);
  const sender = define({}, { ...settings, ...keys.options });
  return signedRequest(sender, event as never, samplePayload(spec, type), { secret: keys.own, now, headers: HEADERS[spec.provider] });
}
