import type { JsonArray, JsonNode, JsonNumber, JsonObject, JsonString } from "../schema/json-node.js";
import { inferText } from "./infer-text.js";

/** A JSON Schema as it is written to a file. */
export type SchemaDocument = Readonly<Record<string, unknown>>;

/** Levels of a payload: a schema takes two for one, and schemas are read to 400. */
export const DEEPEST_PAYLOAD = 150;

/**
 * A JSON Schema (draft-07) that takes every one of the payloads. What all of an object's examples have is required,
 * what some lack is optional; what is sometimes one thing and sometimes another is a union. It claims no more than it saw.
 */
export function inferSchema(payloads: readonly JsonNode[]): SchemaDocument {
  const source = `Inferred from ${payloads.length === 1 ? "1 captured payload" : `${payloads.length} captured payloads`}`;
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    $comment: `${source} by smart-webhooks: what they did not show is not known. Correct it where you know better.`,
    description: `${source}: what others hold may differ.`,
    ...inferValue(payloads),
  };
}

function inferValue(nodes: readonly JsonNode[]): SchemaDocument {
  const objects = nodes.filter((node): node is JsonObject => node.kind === "object");
  const arrays = nodes.filter((node): node is JsonArray => node.kind === "array");
  const texts = nodes.filter((node): node is JsonString => node.kind === "string");
  const types = typesOf(nodes);
  return {
    ...(types.length > 0 && { type: types.length === 1 ? types[0] : types }),
    // Beside other types a list of values would forbid those.
    ...(types.length === 1 && texts.length > 0 && inferText(texts.map(({ value }) => value))),
    ...(objects.length > 0 && inferObject(objects)),
    ...(arrays.length > 0 && inferItems(arrays)),
  };
}

function typesOf(nodes: readonly JsonNode[]): readonly string[] {
  const numbers = nodes.filter((node): node is JsonNumber => node.kind === "number");
  const numeric = numbers.every(isInteger) ? "integer" : "number";
  const types = new Set(nodes.map(({ kind }) => (kind === "number" ? numeric : kind)));
  // Null last: that is how people write it.
  return [...types].toSorted((a, b) => Number(a === "null") - Number(b === "null"));
}

/** As it is written: `1.0` is a number that happens to be whole. */
function isInteger({ text }: JsonNumber): boolean {
  return /^-?\d+$/.test(text);
}

function inferObject(objects: readonly JsonObject[]): SchemaDocument {
  const values = new Map<string, JsonNode[]>();
  for (const { members } of objects) {
    for (const [key, value] of members) {
      const known = values.get(key);
      if (known) known.push(value);
      else values.set(key, [value]);
    }
  }
  const required = [...values].filter(([, seen]) => seen.length === objects.length).map(([key]) => key);
  // Makes own properties even of `__proto__`.
  const properties = Object.fromEntries([...values].map(([key, seen]) => [key, inferValue(seen)]));
  return { ...(values.size > 0 && { properties }), ...(required.length > 0 && { required }) };
}

function inferItems(arrays: readonly JsonArray[]): SchemaDocument {
  const items = arrays.flatMap((array) => array.items);
  return items.length === 0 ? {} : { items: inferValue(items) };
}
