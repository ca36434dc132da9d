import type { WebhookConfig } from "../config/provider-config.js";
import type { Position } from "../errors.js";

/** An event that was chosen, and its actions. */
export interface ChosenEvent {
  readonly name: string;
  readonly method?: string;
  /** The actions that were named, and whether all others are wanted as well. */
  readonly actions: readonly string[];
  readonly allActions: boolean;
  readonly at: Position;
}

/** The events of a webhook that the names choose, in the order of the YAML; all when none is named. */
export function chooseEvents(webhook: WebhookConfig, names: readonly string[] | undefined): readonly ChosenEvent[] {
  const all = webhook.events.map(({ name, method, at }) => ({ name, at, actions: [], allActions: true, ...(method !== undefined && { method }) }));
  if (names === undefined) return all;
  const found = names.flatMap((name) => findEvent(webhook, name) ?? []);
  return all.flatMap((event): readonly ChosenEvent[] => {
    const picks = found.filter(({ name }) => name === event.name);
    if (picks.length === 0) return [];
    const actions = picks.flatMap(({ action }) => action ?? []);
    // `pull_request` beside `pull_request.opened` asks for all of it.
    return [{ ...event, actions, allActions: actions.length < picks.length }];
  });
}

/** The listed event that a name means: the longest that it begins with; what is left is the action. */
export function findEvent(webhook: WebhookConfig, wanted: string): { readonly name: string; readonly action?: string } | undefined {
  if (webhook.events.some(({ name }) => name === wanted)) return { name: wanted };
  const [longest] = webhook.events
    .filter(({ name }) => wanted.startsWith(`${name}.`) && wanted.length > name.length + 1)
    .toSorted((a, b) => b.name.length - a.name.length);
  return longest && { name: longest.name, action: wanted.slice(longest.name.length + 1) };
}
