import type { WebhookConfig } from "../config/provider-config.js";
import type { Position } from "../errors.js";
import { eventFinder } from "./find-event.js";

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
  const picks = actionsByEvent(webhook, names);
  return all.flatMap((event): readonly ChosenEvent[] => {
    const named = picks.get(event.name);
    if (named === undefined) return [];
    const actions = named.flatMap((action) => action ?? []);
    // `pull_request` beside `pull_request.opened` asks for all of it.
    return [{ ...event, actions, allActions: actions.length < named.length }];
  });
}

/** What names say of each event: an action, or undefined for all of it. */
function actionsByEvent(webhook: WebhookConfig, names: readonly string[]): ReadonlyMap<string, readonly (string | undefined)[]> {
  const picks = new Map<string, (string | undefined)[]>();
  const findEvent = eventFinder(webhook);
  for (const found of names.flatMap((name) => findEvent(name) ?? [])) {
    picks.set(found.name, picks.get(found.name) ?? []);
    picks.get(found.name)?.push(found.action);
  }
  return picks;
}
