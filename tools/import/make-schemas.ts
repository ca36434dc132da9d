import { applyPatches } from "./apply-patches.js";
import { buildDefinitions } from "./build-definitions.js";
import type { JsonSchema } from "./json-schema.js";
import type { Overlay } from "./overlay.js";
import type { PayloadSource, ProviderImport } from "./payload-source.js";
import { printEvents } from "./print-events.js";

/** A source, what we say about it, and what the last import made of it. */
export interface SchemasInput extends Pick<ProviderImport, "componentName"> {
  readonly source: PayloadSource;
  readonly overlay: Overlay;
  readonly previous: Readonly<Record<string, JsonSchema>>;
}

/** Makes the files of `schemas/<provider>/`: name → text. Throws when the overlay does not fit the source. */
export function makeSchemas({ source, overlay, previous, componentName }: SchemasInput): ReadonlyMap<string, string> {
  const { origin, components, payloads } = source;
  applyPatches({ components: { schemas: components } }, overlay.patches ?? []);
  const { unify = [], names = {} } = overlay;
  const definitions = buildDefinitions({ components, payloads, overlay: { unify, names }, previous, componentName });
  const counts = {
    events: new Set(payloads.map(({ event }) => event)).size,
    actions: payloads.filter(({ action }) => action !== undefined).length,
    definitions: definitions.count,
  };
  return new Map([
    ["SOURCE.json", `${JSON.stringify({ ...origin, counts }, null, 2)}\n`],
    ["definitions.json", definitions.text],
    ["events.json", printEvents(payloads, overlay)],
  ]);
}
