import type { JsonSchema } from "./json-schema.js";
import { unionOf } from "./union-of.js";

/**
 * One schema that accepts what both accept, so that an `allOf` prints as one interface.
 * Neither may hold a `$ref` at its top. Throws when nothing satisfies both.
 */
export function intersectionOf(left: JsonSchema, right: JsonSchema): JsonSchema {
  if (Object.keys(left).length === 0) return right;
  if (Object.keys(right).length === 0 || JSON.stringify(left) === JSON.stringify(right)) return left;
  if (left.anyOf || right.anyOf || Array.isArray(left.type) || Array.isArray(right.type)) return ofUnions(left, right);
  if (left.$ref || right.$ref) return ofReference(left, right);
  const type = commonType(left.type, right.type);
  if (type === undefined) throw new Error(`Nothing is both ${JSON.stringify(left)} and ${JSON.stringify(right)}`);
  if (type === "object") return ofObjects(left, right);
  if (type === "array") return { type, items: intersectionOf(left.items ?? {}, right.items ?? {}) };
  return { type, ...commonFormat(left, right), ...commonEnum(left, right) };
}

function ofUnions(left: JsonSchema, right: JsonSchema): JsonSchema {
  const pairs = branches(left).flatMap((a) => branches(right).map((b) => [a, b] as const));
  const possible = pairs.filter(([a, b]) => a.$ref || b.$ref ? a.type !== "null" && b.type !== "null" : commonType(a.type, b.type));
  if (possible.length === 0) throw new Error(`Nothing is both ${JSON.stringify(left)} and ${JSON.stringify(right)}`);
  return unionOf(possible.map(([a, b]) => intersectionOf(a, b)));
}

function branches(schema: JsonSchema): readonly JsonSchema[] {
  if (schema.anyOf) return schema.anyOf;
  if (!Array.isArray(schema.type)) return [schema];
  return schema.type.map((type: string) => branchOf(schema, type));
}

function branchOf(schema: JsonSchema, type: string): JsonSchema {
  if (type === "null") return { type };
  const { enum: values, ...rest } = schema;
  return values ? { ...rest, type, enum: values.filter((value) => value !== null) } : { ...rest, type };
}

/** A shared component beside an object that only says "some object": the component says it all. */
function ofReference(left: JsonSchema, right: JsonSchema): JsonSchema {
  const [reference, other] = left.$ref ? [left, right] : [right, left];
  if (other.$ref || other.properties) throw new Error(`Cannot merge ${reference.$ref} with ${JSON.stringify(other)}`);
  return reference;
}

function ofObjects(left: JsonSchema, right: JsonSchema): JsonSchema {
  if (!left.properties) return right;
  if (!right.properties) return left;
  const properties: Record<string, JsonSchema> = { ...left.properties };
  for (const [name, schema] of Object.entries(right.properties)) {
    properties[name] = intersectionOf(properties[name] ?? {}, schema);
  }
  const required = [...new Set([...(left.required ?? []), ...(right.required ?? [])])];
  return { type: "object", properties, ...(required.length > 0 && { required }) };
}

function commonType(left: JsonSchema["type"], right: JsonSchema["type"]): string | undefined {
  if (left === right) return left as string | undefined;
  const both = new Set([left, right]);
  return both.has("integer") && both.has("number") ? "integer" : undefined;
}

function commonFormat(left: JsonSchema, right: JsonSchema): JsonSchema {
  const format = left.format ?? right.format;
  return format && (!right.format || right.format === format) ? { format } : {};
}

function commonEnum(left: JsonSchema, right: JsonSchema): JsonSchema {
  if (!left.enum || !right.enum) return { ...(left.enum && { enum: left.enum }), ...(right.enum && { enum: right.enum }) };
  const other = right.enum;
  return { enum: left.enum.filter((value) => other.includes(value)) };
}
