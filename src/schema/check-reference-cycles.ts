import type { CleanSchema } from "./clean-schema.js";
import type { CollectedDefinition } from "./collect-definitions.js";
import type { ProblemList } from "./problem-list.js";
import { SchemaReader } from "./schema-reader.js";

/**
 * Reports definitions that are, directly or over others, nothing but themselves: `A` → `B` → `A`.
 * A type that holds itself in a property or a list is fine.
 */
export function checkReferenceCycles(definitions: ReadonlyMap<string, CollectedDefinition>, problems: ProblemList): void {
  const edges = new Map([...definitions].map(([key, { schema }]) => [key, new Set(immediateReferences(schema))]));
  // What no cycle needs is what leads nowhere, and what nothing leads to.
  const cyclic = peel(reverse(peel(edges)));
  for (const key of cyclic.keys()) {
    const definition = definitions.get(key);
    if (!definition) continue;
    const reader = new SchemaReader(definition.file, problems);
    reader.error(definition.node, "reference-cycle", `The $refs of ${definition.file.shown} go round in a circle: #${key.split("#")[1] ?? ""} is nothing but a reference back to itself`, "Write out one of the schemas of the circle");
  }
}

type Graph = ReadonlyMap<string, ReadonlySet<string>>;

function immediateReferences(schema: CleanSchema): string[] {
  const parts = [...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  return [schema.reference ?? [], schema.partialOf ?? [], ...parts.map(immediateReferences)].flat();
}

/** Takes nodes without outgoing edges away until there are none. Without recursion: a chain may be a hundred thousand long. */
function peel(graph: Graph): Graph {
  const left = new Map([...graph].map(([key, targets]) => [key, new Set([...targets].filter((target) => graph.has(target)))]));
  const incoming = reverse(left);
  const leaves = [...left].filter(([, targets]) => targets.size === 0).map(([key]) => key);
  for (let leaf = leaves.pop(); leaf !== undefined; leaf = leaves.pop()) {
    left.delete(leaf);
    for (const source of incoming.get(leaf) ?? []) {
      left.get(source)?.delete(leaf);
      if (left.get(source)?.size === 0) leaves.push(source);
    }
  }
  return left;
}

function reverse(graph: Graph): Graph {
  const reversed = new Map([...graph.keys()].map((key) => [key, new Set<string>()]));
  for (const [key, targets] of graph) for (const target of targets) reversed.get(target)?.add(key);
  return reversed;
}
