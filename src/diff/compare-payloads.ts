import type { TypeShape } from "../type-shape.js";
import type { FoundChange } from "./change.js";
import { compareTypes, type Types } from "./compare-types.js";

/** Payload types, and those of them that are delivered. */
export interface Payloads {
  readonly types: Types;
  readonly delivered: ReadonlySet<string>;
}

/** What changed in the types that delivered payloads are made of, by the name of each. */
export function comparePayloads(before: Payloads, after: Payloads): readonly FoundChange[] {
  const [old, now] = [reachable(before), reachable(after)];
  return [...new Set([...old, ...now])].flatMap((name): readonly FoundChange[] => {
    if (!now.has(name)) return [{ change: "removed", kind: "type", name, breaking: true }];
    if (!old.has(name)) return [{ change: "added", kind: "type", name, breaking: false }];
    return compareTypes(name, before.types, after.types);
  });
}

function reachable({ types, delivered }: Payloads): ReadonlySet<string> {
  const found = new Set([...delivered].filter((name) => types.has(name)));
  // A Set's iterator also visits what is added on the way.
  for (const name of found) for (const mentioned of mentions(types.get(name))) if (types.has(mentioned)) found.add(mentioned);
  return found;
}

function mentions(shape: TypeShape | undefined): readonly string[] {
  switch (shape?.kind) {
    case "reference":
      return [shape.name];
    case "list":
      return mentions(shape.items);
    case "tuple":
      return [...shape.items, shape.rest].flatMap(mentions);
    case "union":
    case "all":
      return shape.members.flatMap(mentions);
    case "object":
      return [...[...shape.fields.values()].map((field) => field.shape), shape.others].flatMap(mentions);
    default:
      return [];
  }
}
