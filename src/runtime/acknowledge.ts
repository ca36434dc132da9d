import type { Receiver } from "./receiver.js";
import { WebhookResponse } from "./response.js";
import type { WebhookSpec } from "./spec.js";

/** The answer to a delivery that nobody takes: received, nothing done. */
export function acknowledge({ spec }: Receiver): WebhookResponse {
  return acknowledgement(spec) ?? new WebhookResponse(undefined, { status: 204 });
}

/** The provider's own word for "received", where it has one. */
export function acknowledgement({ acknowledgement: said }: WebhookSpec): WebhookResponse | undefined {
  if (said === undefined) return undefined;
  const { status = 200, body, contentType } = said;
  return new WebhookResponse(body, { status, ...(contentType !== undefined && { headers: { "content-type": contentType } }) });
}
