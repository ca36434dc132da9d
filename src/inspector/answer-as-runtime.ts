import type { ClaimStore } from "@smart-webhooks/runtime";
import type { DeliveryAnswer, RawRequest } from "./delivery-record.js";
import type { SigningKeys } from "./find-key.js";
import type { InspectedWebhook } from "./inspected-webhook.js";
import { ownFetchKey } from "./own-fetch-key.js";
import { probe } from "./probe.js";
import { toWebhookRequest } from "./to-webhook-request.js";

/** The answer that a handler would give whose methods do nothing. `store` remembers the deliveries of the webhook. */
export async function answerAsRuntime({ spec }: InspectedWebhook, request: RawRequest, keys: SigningKeys, store: ClaimStore): Promise<DeliveryAnswer> {
  const start = performance.now();
  const { answer, details, duplicate } = await probe(spec, toWebhookRequest(request), { env: keys.env, fetchKey: ownFetchKey(spec, keys), store, publicUrl: keys.publicUrl, trustProxy: true, onSecret: () => {} });
  const { status, headers, body } = answer;
  return {
    from: "inspector",
    status,
    headers: Object.entries(headers),
    body: new TextEncoder().encode(body ?? ""),
    duration: performance.now() - start,
    code: details?.code,
    reason: details?.reason,
    duplicate,
  };
}
