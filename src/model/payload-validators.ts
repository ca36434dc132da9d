import type { ValidatorModel, WebhookModel } from "./handler-model.js";
import { payloadEvents, payloadStem } from "./payload-events.js";

/** A validator for the payload of each chosen event that has a schema. */
export function toPayloadValidators(webhooks: readonly WebhookModel[]): readonly ValidatorModel[] {
  const found = new Map<string, ValidatorModel>();
  for (const [type, event] of payloadEvents(webhooks)) {
    if (!found.has(type)) found.set(type, { constant: `${payloadStem(type)}Validator`, type, event });
  }
  return [...found.values()];
}
