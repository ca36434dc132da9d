import { code } from "../src/emit/code.js";
import { toUnion } from "../src/emit/layout.js";
import { toLiteral } from "../src/encode.js";
import type { EventModel, WebhookModel } from "../src/model/handler-model.js";

/** The short name of each event, and the union of them all. */
export function eventTypes(webhook: WebhookModel): string {
  return code`
    /** Every event this webhook delivers: narrow it with ${"`event.type`"}, then ${"`event.action`"}. */
    ${toUnion(`export type ${webhook.unionName}`, webhook.events.map(({ typeName }) => typeName))}
    ${webhook.events.flatMap(eventType)}
  `;
}

function eventType(event: EventModel): readonly string[] {
  const type = toLiteral(event.event);
  if (event.actions.length === 0) {
    return [`export type ${event.typeName} = WebhookEvent<${type}, ${event.payload ?? "unknown"}>;`];
  }
  return [
    toUnion(`export type ${event.typeName}`, event.actions.map(({ typeName }) => typeName)),
    ...event.actions.map(
      ({ typeName, payload, action }) =>
        `export type ${typeName} = WebhookEvent<${type}, ${payload ?? "unknown"}, ${toLiteral(action)}>;`,
    ),
  ];
}
