import type { JsonSchema } from "./json-schema.js";
import { withChildren } from "./schema-children.js";
import type { Shape } from "./shape-pool.js";

/**
 * The definitions file: each named shape on a line of its own, sorted by name, nameless ones written out where they stand.
 * `names` is id → name, `aliases` are second names → id.
 */
export function printDefinitions(shapes: ReadonlyMap<string, Shape>, names: ReadonlyMap<string, string>, aliases: ReadonlyMap<string, string>): string {
  const print = (schema: JsonSchema): JsonSchema => {
    if (schema.$ref === undefined) return withChildren(schema, print);
    const name = names.get(schema.$ref);
    return name ? { $ref: `#/definitions/${name}` } : body(schema.$ref);
  };
  const body = (id: string): JsonSchema => withChildren(shapes.get(id)?.schema ?? {}, print);
  const schemas = [...[...names].map(([id, name]) => [name, body(id)] as const), ...[...aliases].map(([name, id]) => [name, print({ $ref: id })] as const)];
  const lines = schemas.map(([name, schema]) => `${JSON.stringify(name)}:${JSON.stringify(schema)}`);
  return `{"definitions":{\n${lines.toSorted().join(",\n")}\n}}\n`;
}
