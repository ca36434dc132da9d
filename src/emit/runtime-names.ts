import type { SpecCall, SpecObject, SpecReference, SpecValue } from "../model/spec-value.js";

/** The names of the runtime's functions and constants that a value mentions, for the import line. */
export function runtimeNames(value: SpecValue): readonly string[] {
  if (typeof value !== "object") return [];
  if (isList(value)) return value.flatMap(runtimeNames);
  if ("call" in value) return [value.call, ...value.arguments.flatMap(runtimeNames)];
  return "reference" in value ? [value.reference] : [...value.entries.values()].flatMap(runtimeNames);
}

function isList(value: readonly SpecValue[] | SpecCall | SpecReference | SpecObject): value is readonly SpecValue[] {
  return Array.isArray(value);
}
