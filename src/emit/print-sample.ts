import { toKey, toLiteral } from "../encode.js";
import type { SampleValue } from "../model/handler-model.js";

/** An example value as an expression. `names` says which function makes the sample of a declaration; `last` stands after the fields. */
export function printSample(value: SampleValue, names: ReadonlyMap<string, string>, last: readonly string[] = []): string {
  if (typeof value === "string") return toLiteral(value);
  if (typeof value !== "object" || value === null) return String(value);
  if ("sampleOf" in value) return `${names.get(value.sampleOf)}()`;
  if ("items" in value) return `[${value.items.map((item) => printSample(item, names)).join(", ")}]`;
  const fields = [...value.fields].map(([key, field]) => `${toKey(key)}: ${printSample(field, names)}`);
  const lines = [...fields, ...last].map((line) => `${line.replaceAll("\n", "\n  ")},`);
  return lines.length === 0 ? "{}" : `{\n  ${lines.join("\n  ")}\n}`;
}
