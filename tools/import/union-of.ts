import type { JsonSchema } from "./json-schema.js";

/** One schema that accepts what any of the branches accepts: flat, without repeats, `null` last. */
export function unionOf(branches: readonly JsonSchema[]): JsonSchema {
  const flat = distinct(branches.flatMap((branch) => branch.anyOf ?? [branch]));
  if (flat.some((branch) => Object.keys(branch).length === 0)) return {};
  if (flat.length === 1 && flat[0]) return flat[0];
  const ordered = [...flat.filter((branch) => !isNull(branch)), ...flat.filter(isNull)];
  return joinedScalars(ordered) ?? { anyOf: ordered };
}

function distinct(branches: readonly JsonSchema[]): readonly JsonSchema[] {
  return [...new Map(branches.map((branch) => [JSON.stringify(branch), branch])).values()];
}

function isNull(schema: JsonSchema): boolean {
  return schema.type === "null";
}

/** `string | null` reads better as a list of types than as a union of two schemas. */
function joinedScalars(branches: readonly JsonSchema[]): JsonSchema | undefined {
  const others = branches.filter((branch) => !isNull(branch));
  const only = others.length === 1 ? others[0] : undefined;
  if (only?.enum) return { ...only, type: types([only, { type: "null" }]), enum: [...new Set([...only.enum, null])] };
  if (only && isScalar(only)) return { ...only, type: types([only, { type: "null" }]) };
  const bare = branches.every((branch) => isScalar(branch) && Object.keys(branch).length === 1);
  return bare ? { type: types(branches) } : undefined;
}

function types(schemas: readonly JsonSchema[]): readonly string[] {
  return [...new Set(schemas.flatMap((schema) => schema.type ?? []))];
}

function isScalar(schema: JsonSchema): boolean {
  const names = types([schema]);
  return names.length > 0 && schema.const === undefined && names.every((name) => name !== "object" && name !== "array");
}
