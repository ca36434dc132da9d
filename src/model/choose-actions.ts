import type { Problem } from "../errors.js";
import type { EventPayload } from "../schema/payload-types.js";
import type { ChosenEvent } from "./choose-events.js";
import { unknownName } from "./unknown-name.js";

/** The chosen actions of an event with their payloads' names, in the schema's order; reports those that do not exist. */
export function chooseActions(
  chosen: ChosenEvent,
  payload: EventPayload | undefined,
  problems: Problem[],
): readonly (readonly [action: string, payload: string])[] {
  const known = [...(payload?.actions ?? [])];
  const { actions, allActions } = chosen;
  const names = known.map(([name]) => name);
  for (const action of actions.filter((wanted) => !names.includes(wanted))) {
    problems.push(unknownName("unknown-action", `The event "${chosen.name}" has no action "${action}"`, action, names));
  }
  return known.filter(([name]) => allActions || actions.includes(name));
}
