import type { EventSchemaFile } from "./find-schema-files.js";
import { payloadName } from "./name-definitions.js";
import type { PayloadTypes } from "./payload-types.js";

/** The built-in names that a user's schemas may not use: all but those of payloads that these files replace entirely. */
export function takenNames(builtin: PayloadTypes, files: readonly EventSchemaFile[], prefix: string): ReadonlySet<string> {
  const taken = new Set(builtin.declarations.keys());
  if (taken.size === 0 || files.length === 0) return taken;
  const uses = countUses(builtin);
  for (const { path, event, action } of files) {
    const payload = builtin.events.get(event);
    const replaced = action === undefined ? payload?.payload : payload?.actions.get(action);
    if (replaced !== undefined && replaced === payloadName(path, prefix) && uses.get(replaced) === 1) taken.delete(replaced);
  }
  return taken;
}

function countUses({ events, declarations }: PayloadTypes): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  const count = (name: string | undefined): void => {
    if (name !== undefined) uses.set(name, (uses.get(name) ?? 0) + 1);
  };
  for (const { payload, actions } of events.values()) {
    count(payload);
    for (const name of actions.values()) count(name);
  }
  for (const { references } of declarations.values()) for (const name of references) count(name);
  return uses;
}
