import type { EventModel, WebhookModel } from "../model/handler-model.js";

/** What people who take a provider's webhooks mostly want. */
const COMMON: readonly string[] = [
  "push", "payment_intent.succeeded", "message", "orders/create", "incoming_message", "issue", "Issue", "user.created", "email.sent", "INTERACTION_CREATE",
];

/** The event that a first method is written for: one that is common, else the first. Undefined when the webhook has none. */
export function commonEvent({ events }: WebhookModel): EventModel | undefined {
  return COMMON.map((name) => events.find(({ event }) => event === name)).find((event) => event !== undefined) ?? events[0];
}
