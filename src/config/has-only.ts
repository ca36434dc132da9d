import type { KeyContext } from "./setting.js";
import { unknownKey } from "./unknown-key.js";
import type { YamlMap } from "./yaml-node.js";

/** Whether a map has no other keys than these; the others are reported. */
export function hasOnly({ entries }: YamlMap, keys: readonly string[], { key, log }: KeyContext): boolean {
  const unknown = [...entries].filter(([name]) => !keys.includes(name));
  for (const [name, entry] of unknown) unknownKey(name, entry, keys, `an entry of "${key}"`, log);
  return unknown.length === 0;
}
