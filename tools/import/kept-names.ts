import type { JsonSchema } from "./json-schema.js";
import { ShapePool } from "./shape-pool.js";

/** The names of an earlier import for what has not changed since: id of the shape → name. */
export function keptNames(previous: Readonly<Record<string, JsonSchema>>): ReadonlyMap<string, string> {
  const named = (reference: string): string => reference.slice(reference.lastIndexOf("/") + 1);
  const pool = new ShapePool((reference) => previous[named(reference)] ?? {});
  // A payload's second name for a shape is not the shape's own.
  const own = Object.keys(previous).filter((name) => previous[name]?.$ref === undefined);
  const names = own.map((name) => [pool.add({ $ref: `#/definitions/${name}` }).$ref ?? "", name] as const);
  return new Map(names);
}
