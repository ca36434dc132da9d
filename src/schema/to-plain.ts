import type { JsonNode } from "./json-node.js";

/** A JSON value as JavaScript has it. Numbers lose the digits that a JavaScript number does not hold. */
export function toPlain(node: JsonNode): unknown {
  switch (node.kind) {
    case "object":
      // Makes own properties even of `__proto__`.
      return Object.fromEntries([...node.members].map(([key, value]) => [key, toPlain(value)]));
    case "array":
      return node.items.map(toPlain);
    case "null":
      return null;
    default:
      return node.value;
  }
}
