import { joinOf } from "./join-of.js";
import type { JsonSchema } from "./json-schema.js";
import { withChildren } from "./schema-children.js";
import { type Shape, ShapePool } from "./shape-pool.js";

/** Gives the name of the family that a shape belongs to, if any. */
export type FamilyOf = (shape: Shape) => string | undefined;

/**
 * Makes one shape of each family: the source writes out the same object time and again, and forgets a key or an enum value here and there.
 * Gives back the new shapes, and the new id of each payload.
 */
export function unifyShapes(
  shapes: ReadonlyMap<string, Shape>,
  payloads: ReadonlyMap<string, string>,
  familyOf: FamilyOf,
): { readonly shapes: ReadonlyMap<string, Shape>; readonly payloads: ReadonlyMap<string, string> } {
  const pool = new ShapePool(() => ({}));
  const moved = new Map<string, string>();
  const join = (left: JsonSchema, right: JsonSchema): JsonSchema => joinOf(left, right, joinShapes);
  const joinShapes = (left: string, right: string): string => {
    const [first, second] = [pool.shapes.get(left), pool.shapes.get(right)];
    return first && second ? pool.shape(join(first.schema, second.schema)).id : left;
  };
  const move = (id: string): string => {
    const shape = shapes.get(id);
    if (!shape) return id;
    const known = moved.get(id);
    if (known) return known;
    if (shape.isRecursive) moved.set(id, id);
    const family = familyOf(shape);
    const members = family === undefined ? [shape] : [...shapes.values()].filter((other) => familyOf(other) === family);
    const target = pool.shape(members.map((member) => withReferences(member.schema, move)).reduce(join), shape.isRecursive ? id : undefined);
    for (const member of members) {
      moved.set(member.id, target.id);
      inherit(target, member);
    }
    return target.id;
  };
  const roots = [...payloads].map(([name, id]) => [name, move(id)] as const);
  return { shapes: pool.shapes, payloads: new Map(roots) };
}

function inherit(target: Shape, member: Shape): void {
  for (const component of member.components) target.components.add(component);
  for (const [title, count] of member.titles) target.titles.set(title, (target.titles.get(title) ?? 0) + count);
}

function withReferences(schema: JsonSchema, move: (id: string) => string): JsonSchema {
  if (schema.$ref !== undefined) return { $ref: move(schema.$ref) };
  return withChildren(schema, (child) => withReferences(child, move));
}
