import { closest } from "../closest.js";
import type { JsonNode, JsonObject } from "../schema/json-node.js";
import type { ProblemList } from "../schema/problem-list.js";
import { quote } from "../schema/quote.js";
import { problemAt, type SchemaFile } from "../schema/schema-file.js";

/** Warns of keywords that change nothing: those that no type can say, and those that JSON Schema does not have. */
export function ignoredKeywords(file: SchemaFile, problems: ProblemList): void {
  visit(file.root, { file, problems });
}

interface Visit {
  readonly file: SchemaFile;
  readonly problems: ProblemList;
}

// Depth is limited by the parser.
function visit(schema: JsonNode, context: Visit): void {
  if (schema.kind !== "object") return;
  for (const [keyword, value] of schema.members) {
    warnOfKeyword(keyword, value, schema, context);
    if (MAPS.has(keyword) && value.kind === "object") for (const one of value.members.values()) visit(one, context);
    if (LISTS.has(keyword) && value.kind === "array") for (const one of value.items) visit(one, context);
    if (SCHEMAS.has(keyword)) visit(value, context);
  }
}

function warnOfKeyword(keyword: string, value: JsonNode, { members }: JsonObject, { file, problems }: Visit): void {
  // `{ "not": {} }` is how nothing at all is said.
  if (READ.has(keyword) || keyword.startsWith("x-") || (keyword === "not" && members.size === 1)) return;
  const isKnown = UNSAYABLE.has(keyword);
  const meant = isKnown ? undefined : closest(keyword, [...READ, ...UNSAYABLE]);
  const message = isKnown ? `${quote(keyword)} is ignored: no TypeScript type can say it` : `${quote(keyword)} is ignored: JSON Schema has no such keyword`;
  const hint = isKnown ? "Say it with properties, enum or anyOf, or check it in your method" : meant === undefined ? "Remove it, or call it x-… if a tool of yours reads it" : `Did you mean "${meant}"?`;
  problems.add("warning", () => problemAt(file, value.offset, { code: "ignored-keyword", severity: "warning", message, hint }));
}

const MAPS: ReadonlySet<string> = new Set(["properties", "patternProperties", "definitions", "$defs"]);
const LISTS: ReadonlySet<string> = new Set(["allOf", "anyOf", "oneOf", "prefixItems", "items"]);
const SCHEMAS: ReadonlySet<string> = new Set(["items", "additionalItems", "additionalProperties", "unevaluatedItems", "unevaluatedProperties"]);

/** Those that types or samples are made of, that people read, and limits that leave a value's type as it is. */
const READ: ReadonlySet<string> = new Set([
  ...MAPS, ...LISTS, ...SCHEMAS,
  "$schema", "$id", "id", "$ref", "$comment", "$vocabulary", "title", "description", "default", "examples", "example", "deprecated", "readOnly", "writeOnly",
  "type", "nullable", "enum", "const", "required", "format", "pattern", "contentEncoding", "contentMediaType",
  "minLength", "maxLength", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf",
  "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties",
]);

const UNSAYABLE: ReadonlySet<string> = new Set([
  "not", "if", "then", "else", "dependencies", "dependentSchemas", "dependentRequired", "contains", "minContains", "maxContains", "propertyNames", "contentSchema",
  // An error of its own.
  "$anchor", "$dynamicRef", "$dynamicAnchor", "$recursiveRef", "$recursiveAnchor",
]);
