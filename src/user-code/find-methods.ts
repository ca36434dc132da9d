import { closest } from "../closest.js";
import { GenerateError, type Problem } from "../errors.js";
import { eventFinder } from "../model/find-event.js";
import { shownPath } from "../write/shown-path.js";
import { commandWith } from "./command-with.js";
import type { GeneratedHandler, GeneratedMethod } from "./generated-handler.js";

/** The methods of the generated class that events, or their actions, are routed to, each once. Throws a GenerateError for those it was not generated for. */
export async function findMethods(generated: GeneratedHandler, events: readonly string[], cwd: string): Promise<readonly GeneratedMethod[]> {
  const findEvent = eventFinder({ events: generated.methods.map(({ event }) => ({ name: event })) });
  const found = events.map((wanted) => {
    const meant = findEvent(wanted);
    return generated.methods.find(({ event, action }) => meant !== undefined && event === meant.name && action === meant.action);
  });
  const missing = [...new Set(events.filter((_, index) => found[index] === undefined))];
  if (missing.length > 0) throw new GenerateError(await notGenerated(generated, missing, cwd));
  return [...new Map(found.flatMap((method) => (method ? [[method.name, method] as const] : []))).values()];
}

async function notGenerated(generated: GeneratedHandler, missing: readonly string[], cwd: string): Promise<readonly Problem[]> {
  const { methods, path } = generated;
  const known = methods.map(({ event, action }) => (action === undefined ? event : `${event}.${action}`));
  // What may be misspelt is no event to generate, but where it is meant.
  const real = missing.filter((event) => closest(event, known) === undefined);
  const problems = missing.map(async (event): Promise<Problem> => {
    const meant = closest(event, known);
    const command = await commandWith(generated, [...new Set([...real, event])]);
    const hint = meant === undefined ? `Run: ${command}` : `Did you mean "${meant}"? Else run: ${command}`;
    return { code: "event-not-generated", severity: "error", message: `${shownPath(cwd, path)} was not generated with the event "${event}".`, hint };
  });
  return Promise.all(problems);
}
