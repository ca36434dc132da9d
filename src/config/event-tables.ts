import { readEventName } from "./event-name.js";
import { isPlainKey } from "./field-path.js";
import { readText } from "./read-scalar.js";
import type { KeyContext, Placed, Reader } from "./setting.js";
import { shown } from "./shown.js";
import type { YamlNode } from "./yaml-node.js";
import { wrongType } from "./wrong-type.js";

/** Reads `event_map`: what the provider sends → the event's name, each with its place. */
export const readEventMap: Reader<ReadonlyMap<string, Placed<string>>> = (node, context) => {
  if (node.kind !== "map") return wrongType(node, context, "a map from what the provider sends to an event");
  const map = new Map<string, Placed<string>>();
  for (const [wire, entry] of node.entries) {
    const value = readEventName(entry.value, context);
    if (value !== undefined) map.set(wire, { value, mark: entry.value.mark });
  }
  return map;
};

/** Reads `shape`: event → the top-level keys its body must have, each with the place of the event. */
export const readShape: Reader<ReadonlyMap<string, Placed<readonly string[]>>> = (node, context) => {
  if (node.kind !== "map") return wrongType(node, context, "a map from an event to a list of keys");
  const shape = new Map<string, Placed<readonly string[]>>();
  for (const [event, entry] of node.entries) {
    const value = readKeys(entry.value, context);
    if (value !== undefined) shape.set(event, { value, mark: entry.keyMark });
  }
  return shape;
};

function readKeys(node: YamlNode, context: KeyContext): readonly string[] | undefined {
  if (node.kind !== "list" || node.items.length === 0) return wrongType(node, context, "a list of at least one key");
  const keys = new Set<string>();
  for (const item of node.items) {
    const key = readText(item, context);
    if (key === undefined) continue;
    if (key !== "" && key.length <= 200 && isPlainKey(key) && !keys.has(key)) keys.add(key);
    else {
      const message = `"${context.key}" cannot list the key ${shown(key)}${keys.has(key) ? " twice" : ""}`;
      context.log.error(item.mark, {
        code: "invalid-shape",
        message,
        hint: "List distinct top-level keys of the event's body.",
      });
    }
  }
  return keys.size === node.items.length ? [...keys] : undefined;
}
