import type { JsonNode } from "./json-node.js";

/** The node a decoded JSON pointer leads to, or undefined. */
export function resolvePointer(root: JsonNode, pointer: readonly string[]): JsonNode | undefined {
  let node: JsonNode | undefined = root;
  for (const segment of pointer) {
    if (node?.kind === "object") node = node.members.get(segment);
    else if (node?.kind === "array" && /^(?:0|[1-9][0-9]*)$/.test(segment)) node = node.items[Number(segment)];
    else return undefined;
  }
  return node;
}
