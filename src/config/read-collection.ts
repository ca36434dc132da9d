import type { KeyContext, Reader } from "./setting.js";
import { shown } from "./shown.js";
import { wrongType } from "./wrong-type.js";
import type { Mark } from "./yaml-node.js";

/** A reader of one text, or of a list of them that is not empty and repeats nothing. `what` names an item in messages. */
export function oneOrMore<T extends string>(read: Reader<T>, what: string): Reader<readonly T[]> {
  return (node, context) => {
    if (node.kind === "list") return distinctList(read, what)(node, context);
    const value = read(node, context);
    return value === undefined ? undefined : [value];
  };
}

/** A reader of a list of texts that is not empty and repeats nothing. `what` names an item in messages. */
export function distinctList<T extends string>(read: Reader<T>, what: string): Reader<readonly T[]> {
  return (node, context) => {
    if (node.kind !== "list" || node.items.length === 0) return wrongType(node, context, `a list of at least one ${what}`);
    const values = new Set<T>();
    for (const item of node.items) {
      const value = read(item, context);
      if (value !== undefined && values.has(value)) twice(value, item.mark, context);
      else if (value !== undefined) values.add(value);
    }
    return values.size === node.items.length ? [...values] : undefined;
  };
}

/** A reader of a map that is not empty and repeats nothing; `expected` completes "must be …". */
export function mapOf<T>(readKey: Reader<string>, readValue: Reader<T>, expected: string): Reader<ReadonlyMap<string, T>> {
  return (node, context) => {
    if (node.kind !== "map" || node.entries.size === 0) return wrongType(node, context, expected);
    const map = new Map<string, T>();
    for (const [key, entry] of node.entries) {
      const name = readKey({ kind: "scalar", value: key, mark: entry.keyMark }, context);
      const value = readValue(entry.value, context);
      // Header names that differ in case only are one.
      if (name !== undefined && map.has(name)) twice(name, entry.keyMark, context);
      else if (name !== undefined && value !== undefined) map.set(name, value);
    }
    return map.size === node.entries.size ? map : undefined;
  };
}

function twice(value: string, mark: Mark, { key, log }: KeyContext): void {
  log.error(mark, { code: "duplicate-value", message: `"${key}" lists ${shown(value)} twice`, hint: "Remove one of them." });
}
