import { WebhookError, type WebhookRequest } from "@smart-webhooks/runtime";
import type { RawRequest } from "./delivery-record.js";

/** A request as the runtime takes it. */
export function toWebhookRequest({ method, url, headers, body, isCut }: RawRequest): WebhookRequest {
  return { method, url, headers, body: isCut ? refuseCut : body };
}

function refuseCut(maxBytes: number): never {
  throw new WebhookError("body_too_large", `The body has more than ${maxBytes} bytes`);
}
