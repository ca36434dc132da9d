import type { JsonSchema } from "./json-schema.js";

/** A `$ref`, and the property names on the way to it. An array's items are named in the singular. */
export interface Reference {
  readonly target: string;
  readonly path: readonly string[];
}

/** Every `$ref` in a schema, in order. */
export function schemaReferences(schema: JsonSchema, path: readonly string[] = []): readonly Reference[] {
  if (schema.$ref !== undefined) return [{ target: schema.$ref, path }];
  const further = schema.additionalProperties;
  return [
    ...Object.entries(schema.properties ?? {}).flatMap(([name, value]) => schemaReferences(value, [...path, name])),
    ...(typeof further === "object" ? schemaReferences(further, lastSingular(path)) : []),
    ...(schema["x-partial-of"] ? schemaReferences(schema["x-partial-of"], path) : []),
    ...(schema.items ? schemaReferences(schema.items, lastSingular(path)) : []),
    ...(schema.anyOf ?? []).flatMap((branch) => schemaReferences(branch, path)),
  ];
}

function lastSingular(path: readonly string[]): readonly string[] {
  return path.map((name, index) => (index === path.length - 1 ? singular(name) : name));
}

/** `line_items` → `line_item` */
export function singular(name: string): string {
  if (/(ss|us|is|news)$/i.test(name)) return name;
  if (name.endsWith("ies")) return `${name.slice(0, -3)}y`;
  return /(sh|ch|x|ss|tatus)es$/.test(name) ? name.slice(0, -2) : name.replace(/s$/, "");
}
