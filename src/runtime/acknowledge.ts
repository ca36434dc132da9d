import type { Receiver } from "./receiver.js";
import { WebhookResponse } from "./response.js";

/** The answers that say the same every time. Frozen: they are given to every caller. */
const NOTHING_DONE: WebhookResponse = constant(new WebhookResponse(undefined, { status: 204 }));
const DONE: WebhookResponse = constant(new WebhookResponse({ status: "success" }));

/** The answer to a delivery that nobody takes: received, nothing done. */
export function acknowledge({ spec }: Receiver): WebhookResponse {
  return spec.acknowledgement ?? NOTHING_DONE;
}

/** The answer to a delivery that was handled and says no more: the provider's own word for it, where it has one. */
export function accepted({ spec }: Receiver): WebhookResponse {
  return spec.acknowledgement ?? DONE;
}

/** A response that every caller is given. */
export function constant(response: WebhookResponse): WebhookResponse {
  Object.freeze(response.headers);
  return Object.freeze(response);
}
