import { builtinActions } from "./builtin-actions.js";
import { findSchemaFiles } from "./find-schema-files.js";
import type { SchemaFolder } from "./read-schema-file.js";

/** Which of the events have a schema, the package's or the user's. Reads names only; throws a GenerateError for a folder that cannot be read. */
export async function typedEvents(events: readonly string[], { builtin, ...own }: SchemaFolder & { readonly builtin: string }): Promise<ReadonlySet<string>> {
  const known = new Set((await builtinActions(builtin)).keys());
  for (const { event } of (await findSchemaFiles(own, events)).ofEvents) known.add(event);
  return new Set(events.filter((event) => known.has(event)));
}
