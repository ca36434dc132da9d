import type { JsonSchema } from "./json-schema.js";
import { unionOf } from "./union-of.js";

/** Makes one shape of two, and gives its id. */
export type JoinShapes = (left: string, right: string) => string;

/**
 * One schema for values of either, told as one shape rather than as a choice: a key that one side lacks becomes optional,
 * an enum takes the values of both.
 */
export function joinOf(left: JsonSchema, right: JsonSchema, joinShapes: JoinShapes): JsonSchema {
  if (left.properties && right.properties) return joinedObjects(left, right, joinShapes);
  if (left.items && right.items) return { ...left, items: joinOf(left.items, right.items, joinShapes) };
  if (left.anyOf || right.anyOf || left.$ref || right.$ref) return joinedUnions(left, right, joinShapes);
  const types = [...new Set([left.type ?? [], right.type ?? []].flat())];
  const sameKind = types.filter((type) => type !== "null").length === 1 && !left.items && !right.items && !types.includes("object");
  return sameKind ? joinedScalars(left, right, types) : unionOf([left, right]);
}

function joinedObjects(left: JsonSchema, right: JsonSchema, joinShapes: JoinShapes): JsonSchema {
  const properties: Record<string, JsonSchema> = { ...left.properties };
  for (const [name, schema] of Object.entries(right.properties ?? {})) {
    const known = properties[name];
    properties[name] = known ? joinOf(known, schema, joinShapes) : schema;
  }
  const required = left.required?.filter((name) => right.required?.includes(name)) ?? [];
  const further = left.additionalProperties ?? right.additionalProperties;
  return { type: "object", properties, ...(required.length > 0 && { required }), ...(further !== undefined && { additionalProperties: further }) };
}

/** An object on each side becomes one; where a side has several to choose from, all of them stay. */
function joinedUnions(left: JsonSchema, right: JsonSchema, joinShapes: JoinShapes): JsonSchema {
  const branches = [...(left.anyOf ?? [left]), ...(right.anyOf ?? [right])];
  const [first, second, ...more] = branches.flatMap((branch) => branch.$ref ?? []);
  if (first === undefined || second === undefined || more.length > 0 || first === second) return unionOf(branches);
  return unionOf([{ $ref: joinShapes(first, second) }, ...branches.filter((branch) => branch.$ref === undefined)]);
}

function joinedScalars(left: JsonSchema, right: JsonSchema, types: readonly string[]): JsonSchema {
  const values = left.enum && right.enum && [...new Set([...left.enum, ...right.enum])];
  const format = left.format === right.format ? left.format : undefined;
  const [only] = types;
  return { type: types.length === 1 && only ? only : types, ...(format && { format }), ...(values && { enum: values }) };
}
