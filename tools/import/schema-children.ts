import type { JsonSchema } from "./json-schema.js";

/** The same schema with each schema directly inside it changed. */
export function withChildren(schema: JsonSchema, change: (child: JsonSchema) => JsonSchema): JsonSchema {
  const further = schema.additionalProperties;
  const properties = Object.entries(schema.properties ?? {}).map(([name, value]) => [name, change(value)] as const);
  return {
    ...schema,
    ...(schema.properties && { properties: Object.fromEntries(properties) }),
    ...(schema.items && { items: change(schema.items) }),
    ...(typeof further === "object" && { additionalProperties: change(further) }),
    ...(schema["x-partial-of"] && { "x-partial-of": change(schema["x-partial-of"]) }),
    ...(schema.anyOf && { anyOf: schema.anyOf.map(change) }),
  };
}
