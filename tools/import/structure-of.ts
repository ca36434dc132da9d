import { intersectionOf } from "./intersection-of.js";
import type { JsonSchema } from "./json-schema.js";
import type { SourceSchema } from "./source-schema.js";
import { unionOf } from "./union-of.js";

/** Looks up the schema that a `$ref` of the source names; throws when there is none. */
export type Resolve = (reference: string) => SourceSchema;

/** Told of every object on the way, with the name its source gives it. */
export type Observe = (schema: JsonSchema, title: string) => void;

/**
 * The bare structure of an OpenAPI schema as draft-07: `nullable` becomes a `null` branch, `oneOf` becomes `anyOf` (real payloads meet
 * several branches), `allOf` is merged, prose goes. `$ref`s are kept as they are.
 */
export function structureOf(source: SourceSchema, resolve: Resolve, observe: Observe): JsonSchema {
  const convert = (schema: SourceSchema): JsonSchema => structureOf(schema, resolve, observe);
  const plain = withoutNull(source, convert, resolve);
  const title = source.title ?? source.allOf?.find((part) => part.title)?.title;
  if (plain.properties && title) observe(plain, title);
  return isNullable(source) ? unionOf([plain, { type: "null" }]) : plain;
}

type Convert = (schema: SourceSchema) => JsonSchema;

function withoutNull(source: SourceSchema, convert: Convert, resolve: Resolve): JsonSchema {
  if (source.$ref) return { $ref: source.$ref };
  if (source.never) return { not: {} };
  if (source.partialOf) return { type: "object", "x-partial-of": convert(source.partialOf) };
  const { anyOf, oneOf, allOf, ...own } = source;
  const parts = (allOf ?? []).map((part) => convert(part.$ref ? resolve(part.$ref) : part));
  // "One of these groups of keys": a rule about values, not about types.
  const choices = (anyOf ?? oneOf ?? []).filter((choice) => Object.keys(choice).some((key) => key !== "required"));
  if (choices.length > 0) parts.push(unionOf(choices.map(convert)));
  return parts.reduce(intersectionOf, parts.length > 0 && !own.properties ? {} : ownStructure(own, convert));
}

function ownStructure(source: SourceSchema, convert: Convert): JsonSchema {
  const named = [source.type ?? []].flat();
  const types = named.filter((type) => type !== "null");
  if (types.length < named.length && types.length === 0) return { type: "null" };
  if (types.length > 1) return unionOf(types.map((type) => ownStructure({ ...source, type }, convert)));
  const type = types[0] ?? (source.properties ? "object" : undefined);
  if (type === "object") return objectStructure(source, convert);
  if (type === "array") return { type, items: convert(source.items ?? {}) };
  const values = source.const === undefined ? source.enum : [source.const];
  const known = values?.filter((value) => value !== null);
  return { ...(type && { type }), ...format(source), ...(known && known.length > 0 && { enum: known }) };
}

function objectStructure(source: SourceSchema, convert: Convert): JsonSchema {
  const properties = Object.entries(source.properties ?? {}).map(([name, schema]) => [name, convert(schema)] as const);
  const more = source.additionalProperties;
  // No known keys: any key. Known keys: only what the source says about further ones.
  const further = typeof more === "object" ? convert(more) : (more ?? false) || properties.length === 0;
  if (properties.length === 0) return { type: "object", additionalProperties: further };
  const required = source.required?.filter((name) => properties.some(([known]) => known === name));
  return {
    type: "object",
    properties: Object.fromEntries(properties),
    ...(required && required.length > 0 && { required }),
    ...(further !== false && { additionalProperties: further }),
  };
}

function isNullable(source: SourceSchema): boolean {
  return source.nullable === true || (Array.isArray(source.type) && source.type.includes("null"));
}

const FORMATS: ReadonlySet<string> = new Set(["date", "date-time", "email", "hostname", "ipv4", "ipv6", "time", "uri", "uri-template"]);

function format(source: SourceSchema): JsonSchema {
  return source.format && FORMATS.has(source.format) ? { format: source.format } : {};
}
