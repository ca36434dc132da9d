import type { CleanSchema, JsonType } from "./clean-schema.js";
import { readLimits } from "./read-limits.js";
import { readValues } from "./read-values.js";
import type { JsonNode, JsonObject, JsonString } from "./json-node.js";
import { quote } from "./quote.js";
import type { SchemaReader } from "./schema-reader.js";

/** What a schema is read with. */
export interface SchemaContext {
  readonly reader: SchemaReader;
  /** Gives the key of the definition a `$ref` points to, or reports why there is none. */
  readonly refer: (ref: JsonString) => string | undefined;
  /** Before draft 2019-09, whatever stands beside a `$ref` is ignored. */
  readonly ignoresSiblings: boolean;
}

/** Turns a JSON node into a schema of known keywords, reporting what is malformed. Unknown keywords are dropped. */
export function readSchema(node: JsonNode, context: SchemaContext): CleanSchema {
  if (node.kind === "boolean") return node.value ? {} : { never: true };
  if (node.kind !== "object") {
    context.reader.error(node, "schema-not-object", `A schema in ${context.reader.file.shown} is neither an object nor true or false`, "Make it an object");
    return {};
  }
  if (isNothing(node)) return { never: true };
  refuseKeywords(node, context);
  const notes = readNotes(node, context);
  const types = readReferenceOrTypes(node, context);
  const nullable = context.reader.boolean(node, "nullable") && Object.keys(types).length > 0;
  return { ...(nullable ? { anyOf: [types, { types: ["null"] }] } : types), ...notes };
}

/** `{ "not": {} }` */
function isNothing({ members }: JsonObject): boolean {
  const not = members.get("not");
  return members.size === 1 && not?.kind === "object" && not.members.size === 0;
}

function readReferenceOrTypes(node: JsonObject, context: SchemaContext): CleanSchema {
  const ref = context.reader.string(node, "$ref");
  if (ref === undefined) return readTypes(node, context);
  const reference = context.refer(ref);
  const target = reference === undefined ? {} : { reference };
  const beside = context.ignoresSiblings ? {} : readTypes(node, context);
  return Object.keys(beside).length === 0 ? target : { allOf: [target, beside] };
}

function readTypes(node: JsonObject, context: SchemaContext): CleanSchema {
  return {
    ...readTypeNames(node, context),
    ...readObject(node, context),
    ...readArray(node, context),
    ...readEnum(node, context),
    ...readCombination("allOf", node, context),
    ...readCombination("anyOf", node, context),
    ...readCombination("oneOf", node, context),
    ...readLimits(node),
  };
}

const TYPES: ReadonlySet<string> = new Set<JsonType>(["array", "boolean", "integer", "null", "number", "object", "string"]);

function readTypeNames(node: JsonObject, { reader }: SchemaContext): CleanSchema {
  const names = node.members.get("type")?.kind === "array" ? reader.strings(node, "type") : [reader.string(node, "type")];
  const types = names.filter((name): name is JsonString & { value: JsonType } => {
    if (name === undefined) return false;
    const known = TYPES.has(name.value);
    if (!known) reader.error(name, "unknown-type", `${reader.file.shown} has a schema of type ${quote(name.value)}, which JSON Schema does not have`, `Use one of ${[...TYPES].join(", ")}`);
    return known;
  });
  return types.length === 0 ? {} : { types: [...new Set(types.map((type) => type.value))] };
}

function readObject(node: JsonObject, context: SchemaContext): CleanSchema {
  const { reader } = context;
  const properties = new Map<string, CleanSchema>();
  for (const [name, schema] of reader.object(node, "properties")?.members ?? []) properties.set(name, readSchema(schema, context));
  const required = reader.strings(node, "required").map((name) => name.value).filter((name) => properties.has(name));
  const patterns = [...(reader.object(node, "patternProperties")?.members.values() ?? [])];
  const additional = node.members.get("additionalProperties") ?? unevaluated(node, "unevaluatedProperties");
  const others = [...patterns, ...(additional === undefined || isFalse(additional) ? [] : [additional])].map((schema) => readSchema(schema, context));
  const closed = additional !== undefined && isFalse(additional) && patterns.length === 0 && properties.size === 0;
  const partialOf = readPartial(node, context);
  return {
    ...(partialOf !== undefined && { partialOf }),
    ...(properties.size > 0 && { properties }),
    ...(required.length > 0 && { required: new Set(required) }),
    ...(closed && { otherProperties: { never: true as const } }),
    ...(others.length > 0 && { otherProperties: others.length === 1 && others[0] ? others[0] : { anyOf: others } }),
  };
}

/** Ours, for what would else be a copy of the definition: `"x-partial-of": { "$ref": … }` beside `"type": "object"`. */
function readPartial(node: JsonObject, context: SchemaContext): string | undefined {
  const whole = context.reader.object(node, "x-partial-of");
  const ref = whole && context.reader.string(whole, "$ref");
  return ref && context.refer(ref);
}

/** Where nothing else evaluates anything, "unevaluated" (2019-09) means "additional"; beside a combination, what it means cannot be said as a type. */
function unevaluated({ members }: JsonObject, keyword: "unevaluatedProperties" | "unevaluatedItems"): JsonNode | undefined {
  return COMBINING.some((combining) => members.has(combining)) ? undefined : members.get(keyword);
}

const COMBINING = ["$ref", "allOf", "anyOf", "oneOf", "not", "if", "dependentSchemas", "contains"];

function isFalse(node: JsonNode): boolean {
  return node.kind === "boolean" && !node.value;
}

/** Tuples are `prefixItems` with `items` (2020-12), or `items` with `additionalItems` (before). */
function readArray(node: JsonObject, context: SchemaContext): CleanSchema {
  const items = node.members.get("items");
  const old = items?.kind === "array";
  const first = context.reader.array(node, old ? "items" : "prefixItems")?.items ?? [];
  const rest = (old ? node.members.get("additionalItems") : items) ?? unevaluated(node, "unevaluatedItems");
  return {
    ...(first.length > 0 && { tuple: first.map((schema) => readSchema(schema, context)) }),
    ...(rest !== undefined && !isFalse(rest) && { items: readSchema(rest, context) }),
  };
}

function readEnum(node: JsonObject, { reader }: SchemaContext): CleanSchema {
  const constant = node.members.get("const");
  const values = constant === undefined ? reader.array(node, "enum")?.items : [constant];
  return values === undefined ? {} : readValues(values, reader);
}

function readCombination(keyword: "allOf" | "anyOf" | "oneOf", node: JsonObject, context: SchemaContext): CleanSchema {
  const schemas = context.reader.array(node, keyword)?.items ?? [];
  return schemas.length === 0 ? {} : { [keyword]: schemas.map((schema) => readSchema(schema, context)) };
}

function readNotes(node: JsonObject, { reader }: SchemaContext): CleanSchema {
  const description = reader.string(node, "description")?.value;
  return {
    ...(description !== undefined && { description }),
    ...(reader.boolean(node, "deprecated") && { deprecated: true as const }),
  };
}

const REFUSED = ["$dynamicRef", "$dynamicAnchor", "$recursiveRef", "$recursiveAnchor", "$anchor"];

function refuseKeywords(node: JsonObject, { reader }: SchemaContext): void {
  for (const keyword of REFUSED) {
    const value = node.members.get(keyword);
    if (value) reader.error(value, "unsupported-keyword", `${reader.file.shown} uses ${quote(keyword)}, which is not supported`, "Point at the place with a $ref and a JSON pointer, such as #/definitions/name");
  }
}
