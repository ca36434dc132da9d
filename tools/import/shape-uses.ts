import { schemaReferences } from "./schema-references.js";
import type { Shape } from "./shape-pool.js";

/** Where a shape stands in the payloads. */
export interface ShapeUse {
  /** How many different places hold it. */
  places: number;
  /** Id of the holder and the property names below it, of the place nearest to a payload's top. */
  readonly holder?: string;
  readonly path: readonly string[];
  /** The payloads it is part of. */
  readonly payloads: Set<string>;
}

/** Walks down from the payloads (name → id of its shape), nearest first, and notes where each shape stands. */
export function shapeUses(shapes: ReadonlyMap<string, Shape>, payloads: ReadonlyMap<string, string>): ReadonlyMap<string, ShapeUse> {
  const uses = new Map<string, ShapeUse>();
  const queue = [...payloads].map(([name, id]) => {
    uses.set(id, { places: 1, path: [], payloads: new Set([name]) });
    return id;
  });
  for (const id of queue) {
    for (const { target, path } of schemaReferences(shapes.get(id)?.schema ?? {})) {
      const known = uses.get(target);
      if (known) known.places += 1;
      else queue.push(target);
      uses.set(target, known ?? { places: 1, holder: id, path, payloads: new Set() });
    }
  }
  for (const [name, id] of payloads) markPayload(name, id, shapes, uses);
  return uses;
}

function markPayload(name: string, root: string, shapes: ReadonlyMap<string, Shape>, uses: ReadonlyMap<string, ShapeUse>): void {
  const queue = new Set([root]);
  for (const id of queue) {
    uses.get(id)?.payloads.add(name);
    for (const { target } of schemaReferences(shapes.get(id)?.schema ?? {})) queue.add(target);
  }
}
