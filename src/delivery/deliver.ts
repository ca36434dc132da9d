import { buildDelivery, type DeliveryOptions } from "./build-delivery.js";
import type { SenderWebhook } from "./load-webhook.js";
import { maskSecret } from "./mask-secret.js";
import { type Answer, post } from "./post.js";

/** What to deliver, and how it is signed. */
export interface Deliveries extends Omit<DeliveryOptions, "payload"> {
  /** The payload of the next one. */
  readonly next: () => unknown;
}

/** Milliseconds: longer than any provider waits. */
const TIMEOUT = 60_000;

/**
 * Delivers once, or where that is the fault, the same delivery twice; answers what the app answered, without the secret.
 *
 * @throws GenerateError for what cannot be signed, and when nobody answers
 */
export async function deliver(webhook: SenderWebhook, { next, ...options }: Deliveries): Promise<readonly Answer[]> {
  const request = await buildDelivery(webhook, { ...options, payload: next() });
  const answers: Answer[] = [];
  const times = options.fault === "duplicate" ? 2 : 1;
  while (answers.length < times) answers.push(maskSecret(await post(options.url.origin, request, { timeout: TIMEOUT }), options.key));
  return answers;
}
