import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { findSchemaFiles } from "./find-schema-files.js";
import type { SchemaFolder } from "./read-schema-file.js";

/** Which of the events have a schema, the package's or the user's. Reads names only; throws a GenerateError for a folder that cannot be read. */
export async function typedEvents(events: readonly string[], { builtin, ...own }: SchemaFolder & { readonly builtin: string }): Promise<ReadonlySet<string>> {
  // The package's own file: it is not checked again.
  const text = await readFile(join(builtin, "events.json"), "utf8").catch(() => "{}");
  const known = new Set(Object.keys(JSON.parse(text) as object));
  for (const { event } of (await findSchemaFiles(own, events)).ofEvents) known.add(event);
  return new Set(events.filter((event) => known.has(event)));
}
