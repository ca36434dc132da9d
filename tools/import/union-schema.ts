import ts from "typescript";
import type { Scalar } from "./json-schema.js";
import type { SourceSchema } from "./source-schema.js";
import type { TypeConverter } from "./type-converter.js";

/**
 * The schema of a union: literals of one kind as one enum, any string instead of some strings, null as `nullable`.
 * `"a" | "b" | (string & {})` are the values known today, as an enum is everywhere: that others may come goes without saying.
 */
export function unionSchema(union: ts.UnionType, converter: TypeConverter): SourceSchema {
  const nullable = union.types.some(({ flags }) => flags & ts.TypeFlags.Null) && { nullable: true };
  const known = union.types.some((member) => member.isStringLiteral());
  const present = asWritten(union).filter((member) => !(member.flags & ABSENT) && !isImpossible(member, converter) && !(known && isOpenEnd(member)));
  const [only, ...others] = (["string", "integer", "boolean"] as const).reduce(joinLiterals, collapsed(present, converter));
  if (!only) return { type: ["null"] };
  return others.length === 0 ? { ...only, ...nullable } : { anyOf: [only, ...others], ...nullable };
}

/** The members, with the named unions of objects among them as such: the compiler keeps what a union was written as. */
function asWritten(union: ts.UnionType): readonly ts.Type[] {
  const { origin } = union as { origin?: ts.Type };
  if (!origin?.isUnion()) return union.types;
  return origin.types.flatMap((member) => {
    if (!member.isUnion()) return [member];
    const isNamed = member.aliasSymbol && member.types.every(({ flags }) => flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection));
    return isNamed ? [member] : asWritten(member);
  });
}

const ABSENT: ts.TypeFlags = ts.TypeFlags.Undefined | ts.TypeFlags.Null | ts.TypeFlags.Void | ts.TypeFlags.Never;

/** Two types that no value is both of, such as two that say different things in one field. It has no properties, and would pass for any object. */
function isImpossible(type: ts.Type, { options: { checker } }: TypeConverter): boolean {
  return type.isIntersection() && checker.typeToString(type) === "never";
}

function isOpenEnd(type: ts.Type): boolean {
  return type.isIntersection() && type.types.some(({ flags }) => flags & ts.TypeFlags.String);
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
  // The compiler keeps them in the order in which it first met them, anywhere.
  const joined: SourceSchema = isEither || areBits(values) ? { type } : { type, enum: values.toSorted(ascending) };
  const kept = schemas.filter((schema) => schema === literals[0] || !literals.includes(schema));
  return isOpen ? kept.filter((schema) => schema !== literals[0]) : kept.map((schema) => (schema === literals[0] ? joined : schema));
}

/** Flags are sent as a sum of them. */
function areBits(values: readonly Scalar[]): boolean {
  return values.length > 2 && values.every((value) => typeof value === "number" && value > 0 && Number.isInteger(Math.log2(value)));
}

function ascending(left: Scalar, right: Scalar): number {
  if (typeof left === "number" && typeof right === "number") return left - right;
  return String(left) < String(right) ? -1 : 1;
}
