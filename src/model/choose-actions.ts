import type { Problem } from "../errors.js";
import type { EventPayload } from "../schema/payload-types.js";
import type { ChosenEvent } from "./choose-events.js";
import { unknownNames } from "./unknown-name.js";

/** The chosen actions of an event with their payloads' names, in the schema's order; reports those that do not exist. */
export function chooseActions(
  chosen: ChosenEvent,
  payload: EventPayload | undefined,
  problems: Problem[],
): readonly (readonly [action: string, payload: string])[] {
  const known = [...(payload?.actions ?? [])];
  const { actions, allActions } = chosen;
  const names = known.map(([name]) => name);
  const [has, wants] = [new Set(names), new Set(actions)];
  const message = (action: string): string => `The event "${chosen.name}" has no action "${action}"`;
  problems.push(...unknownNames("unknown-action", [...wants].filter((action) => !has.has(action)), { message, known: names }));
  return known.filter(([name]) => allActions || wants.has(name));
}
