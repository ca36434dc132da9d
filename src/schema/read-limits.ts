import type { CleanSchema, SchemaLimits } from "./clean-schema.js";
import type { JsonObject } from "./json-node.js";

const NUMBERS = [
  "minLength",
  "maxLength",
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "multipleOf",
  "minItems",
] as const satisfies readonly (keyof SchemaLimits)[];

/** Reads the limits that samples keep. One that is malformed says nothing: types do not depend on it. */
export function readLimits({ members }: JsonObject): CleanSchema {
  const limits = Object.fromEntries(
    NUMBERS.flatMap((keyword) => {
      const node = members.get(keyword);
      return node?.kind === "number" && Number.isFinite(node.value) ? [[keyword, node.value]] : [];
    }),
  );
  const format = members.get("format");
  if (format?.kind === "string") return { limits: { ...limits, format: format.value } };
  return Object.keys(limits).length === 0 ? {} : { limits };
}
