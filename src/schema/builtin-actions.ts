import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** The events that a folder of built-in schemas describes, with their actions. No folder is none. */
export async function builtinActions(folder: string): Promise<ReadonlyMap<string, readonly string[]>> {
  // The package's own file: it is not checked again.
  const text = await readFile(join(folder, "events.json"), "utf8").catch(() => "{}");
  const events = JSON.parse(text) as Readonly<Record<string, { readonly actions?: object }>>;
  return new Map(Object.entries(events).map(([event, { actions = {} }]) => [event, Object.keys(actions)]));
}
