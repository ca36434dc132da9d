import { printCommand, readCommand } from "../flags.js";
import { readSmallFile } from "../write/read-small-file.js";
import type { GeneratedHandler } from "./generated-handler.js";

/** The command that generates a file again, with these events besides those that it was made with. */
export async function commandWith({ provider, path }: GeneratedHandler, events: readonly string[]): Promise<string> {
  const flags = readCommand((await readSmallFile(path)) ?? "") ?? {};
  // A file of all events is made again as it was: what it lacks is new, or none of the provider's.
  return printCommand(provider, flags.events === undefined ? flags : { ...flags, events: [...new Set([...flags.events, ...events])] });
}
