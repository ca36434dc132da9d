import { WebhookError, type WebhookRequest } from "@smart-webhooks/runtime";
import type { RawRequest } from "./delivery-record.js";
import { ownUrl } from "./own-url.js";

/** A request as the runtime takes it. */
export function toWebhookRequest(request: RawRequest): WebhookRequest {
  const { method, headers, body, isCut } = request;
  return { method, url: ownUrl(request), headers, body: isCut ? refuseCut : body };
}

function refuseCut(maxBytes: number): never {
  throw new WebhookError("body_too_large", `The body has more than ${maxBytes} bytes`);
}
