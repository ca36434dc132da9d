import ts from "typescript";
import type { SourceSchema } from "./source-schema.js";
import type { TypeConverter } from "./type-converter.js";

/** The schema of a union: literals of one kind as one enum, any string instead of some strings, null as `nullable`. */
export function unionSchema(union: ts.UnionType, converter: TypeConverter): SourceSchema {
  const nullable = union.types.some(({ flags }) => flags & ts.TypeFlags.Null) && { nullable: true };
  const present = union.types.filter(({ flags }) => !(flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null | ts.TypeFlags.Void | ts.TypeFlags.Never)));
  const [only, ...others] = (["string", "integer", "boolean"] as const).reduce(joinLiterals, collapsed(present, converter));
  if (!only) return { type: ["null"] };
  return others.length === 0 ? { ...only, ...nullable } : { anyOf: [only, ...others], ...nullable };
}

/** An expandable field is "an id, or the object": a webhook delivers the id. */
function collapsed(members: readonly ts.Type[], converter: TypeConverter): readonly SourceSchema[] {
  const isId = converter.options.rules.collapseExpandable && members.some(({ flags }) => flags & ts.TypeFlags.String);
  return members.filter((member) => !isId || member.getProperty("id") === undefined).map((member) => converter.schemaOf(member));
}

function joinLiterals(schemas: readonly SourceSchema[], type: "string" | "integer" | "boolean"): readonly SourceSchema[] {
  const literals = schemas.filter((schema) => schema.type === type && schema.enum);
  const isOpen = schemas.some((schema) => (schema.type === type || (type === "integer" && schema.type === "number")) && !schema.enum);
  const values = literals.flatMap((schema) => schema.enum ?? []);
  const isEither = type === "boolean" && new Set(values).size === 2;
  if (literals.length === 0) return schemas;
  const joined: SourceSchema = isEither ? { type } : { type, enum: values };
  const kept = schemas.filter((schema) => schema === literals[0] || !literals.includes(schema));
  return isOpen ? kept.filter((schema) => schema !== literals[0]) : kept.map((schema) => (schema === literals[0] ? joined : schema));
}
