import type { Shape } from "./shape-pool.js";
import type { ShapeUse } from "./shape-uses.js";

/** An object of this many keys is worth a name even where it stands once. */
const LARGE = 5;
/** One of fewer keys reads best where it stands, however often: `{ from: string }`. */
const TINY = 3;

/**
 * Ids of the shapes that deserve a name of their own, the payloads aside: the source names them, they recur, or they are large.
 * `shared` are those of payloads that several events have.
 */
export function wantedShapes(shapes: ReadonlyMap<string, Shape>, uses: ReadonlyMap<string, ShapeUse>, shared: ReadonlySet<string>): readonly string[] {
  return [...uses].filter(([id, use]) => (shared.has(id) || use.holder !== undefined) && isWanted(shapes.get(id), use)).map(([id]) => id);
}

function isWanted(shape: Shape | undefined, use: ShapeUse): boolean {
  if (!shape) return false;
  if (shape.isRecursive) return true;
  if (!shape.schema.anyOf && !shape.schema.properties) return false;
  if (shape.components.size > 0) return true;
  const size = Object.keys(shape.schema.properties ?? {}).length;
  // Without a property that leads to it, it is one branch of a payload.
  return use.path.length > 0 && (size >= LARGE || (use.places > 1 && size >= TINY));
}
