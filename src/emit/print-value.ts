import { toKey, toLiteral } from "../encode.js";
import type { SpecObject, SpecValue } from "../model/spec-value.js";
import { toList } from "./layout.js";

/** A spec's value as TypeScript. `before` is what stands to its left, indentation included: it decides where lines break. */
export function printValue(value: SpecValue, before = ""): string {
  if (typeof value === "string") return toLiteral(value);
  if (typeof value !== "object") return String(value);
  if (isList(value)) return toList(before, "[", value.map((item) => printValue(item)), "]");
  if ("reference" in value) return value.reference;
  if ("entries" in value) return printObject(value, before);
  // The last argument may break over lines inside the parentheses, as a formatter would do it.
  const start = `${before}${value.call}(`;
  return `${value.call}(${value.arguments.map((argument) => printValue(argument, start)).join(", ")})`;
}

function printObject({ entries }: SpecObject, before: string): string {
  const items = [...entries].map(([key, value]) => `${toKey(key)}: ${printValue(value, `  ${toKey(key)}: `)}`);
  return toList(before, "{", items, "}", true);
}

function isList(value: SpecValue): value is readonly SpecValue[] {
  return Array.isArray(value);
}
