import type { WebhookSpec } from "@smart-webhooks/runtime";

/** Every event of a webhook as one writes it: `push`, `pull_request.opened`. */
export function eventNames({ routes }: WebhookSpec): readonly string[] {
  return Object.entries(routes).flatMap(([event, route]) => {
    if (typeof route === "string") return [event];
    return Object.keys(route.actions).map((action) => `${event}.${action}`);
  });
}
