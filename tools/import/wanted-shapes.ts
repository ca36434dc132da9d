import type { Shape } from "./shape-pool.js";
import type { ShapeUse } from "./shape-uses.js";

/** An object of this many keys is worth a name even where it stands once. */
const LARGE = 5;
/** One of fewer keys reads best where it stands, however often: `{ from: string }`. */
const TINY = 3;
/** Characters of a schema, enums and all, that is short too. */
const SHORT = 300;

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
  if (shape.schema.enum) return use.places > 1;
  if (!shape.schema.anyOf && !shape.schema.properties) return false;
  if (shape.components.size > 0) return ![...shape.components].every(isNested) || !isShort(shape, use);
  const size = Object.keys(shape.schema.properties ?? {}).length;
  // Without a property that leads to it, it is one branch of a payload.
  return use.path.length > 0 && (size >= LARGE || (use.places > 1 && size >= TINY));
}

/** It reads best where it stands: one key, or two where nothing else has the same. */
function isShort({ schema }: Shape, { places }: ShapeUse): boolean {
  const size = Object.keys(schema.properties ?? {}).length;
  return !schema.anyOf && size < (places > 1 ? TINY - 1 : TINY) && JSON.stringify(schema).length < SHORT;
}

/** `Charge.FraudDetails`, in a namespace: its name only says where it stands. */
function isNested(component: string): boolean {
  return /:[^<]*\./.test(component);
}
