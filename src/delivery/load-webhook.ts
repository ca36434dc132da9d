import type { WebhookSpec } from "@smart-webhooks/runtime";
import { type EventRequest, loadEvent } from "../load-event.js";
import { type PayloadSample, sample } from "../sample.js";
import { signedHeaders } from "./signed-headers.js";

/** A webhook as its sender knows it, for deliveries of one event. */
export interface SenderWebhook {
  readonly spec: WebhookSpec;
  /** As it was asked for: `push`, `pull_request.opened`. */
  readonly event: string;
  /** Headers that the provider signs, and that nothing else of a delivery tells. */
  readonly headers: Readonly<Record<string, string>>;
  /** An example of the event's payload. Throws a GenerateError where its schema has none. */
  readonly sample: () => PayloadSample;
}

/**
 * What it takes to build deliveries of an event.
 *
 * @throws GenerateError with every problem found in the YAML or the schemas, and for an event that no webhook lists
 */
export async function loadWebhook(request: EventRequest): Promise<SenderWebhook> {
  const found = await loadEvent(request);
  const { spec, webhook } = found;
  return { spec, event: request.event, headers: signedHeaders(spec, webhook.spec), sample: () => sample(found) };
}
