import { closest } from "../closest.js";
import { GenerateError, type Problem } from "../errors.js";
import { printCommand, readCommand } from "../flags.js";
import { eventFinder } from "../model/find-event.js";
import { readSmallFile } from "../write/read-small-file.js";
import { shownPath } from "../write/shown-path.js";
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
  const { provider, methods, path } = generated;
  const known = methods.map(({ event, action }) => (action === undefined ? event : `${event}.${action}`));
  const flags = readCommand((await readSmallFile(path)) ?? "") ?? {};
  // Of a file with all events, the event is none of the provider's, or new.
  const command = printCommand(provider, flags.events === undefined ? flags : { ...flags, events: [...flags.events, ...missing] });
  return missing.map((event) => {
    const meant = closest(event, known);
    const hint = `${meant === undefined ? "" : `Did you mean "${meant}"? Else run: `}${meant === undefined ? `Run: ${command}` : command}`;
    return { code: "event-not-generated", severity: "error", message: `${shownPath(cwd, path)} was not generated with the event "${event}".`, hint };
  });
}
