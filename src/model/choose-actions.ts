import { closest } from "../closest.js";
import type { Problem } from "../errors.js";
import type { EventPayload } from "../schema/payload-types.js";
import type { ChosenEvent } from "./choose-events.js";

/** The chosen actions of an event with their payloads' names, in the schema's order; reports those that do not exist. */
export function chooseActions(
  chosen: ChosenEvent,
  payload: EventPayload | undefined,
  problems: Problem[],
): readonly (readonly [action: string, payload: string])[] {
  const known = [...(payload?.actions ?? [])];
  const { actions } = chosen;
  if (actions === "all") return known;
  const names = known.map(([name]) => name);
  for (const action of actions.filter((wanted) => !names.includes(wanted))) {
    const meant = closest(action, names);
    problems.push({
      code: "unknown-action",
      severity: "error",
      message: `The event "${chosen.name}" has no action "${action}"`,
      hint: meant === undefined ? `It has: ${names.join(", ") || "none"}` : `Did you mean "${chosen.name}.${meant}"?`,
    });
  }
  return known.filter(([name]) => actions.includes(name));
}
