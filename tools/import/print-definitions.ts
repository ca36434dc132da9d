import type { JsonSchema } from "./json-schema.js";
import { withChildren } from "./schema-children.js";
import type { Shape } from "./shape-pool.js";

/** The definitions file: each named shape on a line of its own, sorted by name, nameless ones written out where they stand. */
export function printDefinitions(shapes: ReadonlyMap<string, Shape>, names: ReadonlyMap<string, string>): string {
  const print = (schema: JsonSchema): JsonSchema => {
    if (schema.$ref === undefined) return withChildren(schema, print);
    const name = names.get(schema.$ref);
    return name ? { $ref: `#/definitions/${name}` } : body(schema.$ref);
  };
  const body = (id: string): JsonSchema => withChildren(shapes.get(id)?.schema ?? {}, print);
  const lines = [...names].map(([id, name]) => `${JSON.stringify(name)}:${JSON.stringify(body(id))}`);
  return `{"definitions":{\n${lines.toSorted().join(",\n")}\n}}\n`;
}
