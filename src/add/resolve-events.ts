import type { ProviderConfig } from "../config/provider-config.js";
import { closest } from "../closest.js";
import { GenerateError } from "../errors.js";
import { eventFinder } from "../model/find-event.js";
import type { AddRequest } from "./add-request.js";

/**
 * The names to list: a YAML lists events, so that of `pull_request.opened` only `pull_request` is written where actions are
 * told apart. Throws a GenerateError for a name next to one of a built-in provider, whose list is complete: it is a slip.
 */
export function resolveEvents({ provider, webhook, events }: AddRequest, now: ProviderConfig | undefined, builtIn: ProviderConfig | undefined): readonly string[] {
  const described = [now, builtIn].flatMap((config) => config?.webhooks.find(({ name }) => name === webhook) ?? config?.webhooks.find(({ name }) => name === "default") ?? []);
  const known = builtIn?.webhooks.flatMap((one) => one.events.map(({ name }) => name)) ?? [];
  const resolve = (event: string): string => {
    for (const one of described) {
      const found = eventFinder(one)(event);
      if (found !== undefined) return one.actionField === undefined ? event : found.name;
    }
    const meant = closest(event, known);
    if (meant === undefined) return event;
    const hint = `Did you mean "${meant}"? If it is really a new one, write it into the YAML yourself.`;
    throw new GenerateError([{ code: "unknown-event", severity: "error", message: `${provider} has no event "${event}".`, hint }]);
  };
  return [...new Set(events.map(resolve))];
}
