import type { CleanSchema, JsonPrimitive } from "./clean-schema.js";
import type { JsonNode } from "./json-node.js";
import type { SchemaReader } from "./schema-reader.js";

/** The schema of exactly these values: those of `enum` or `const`. Reports a number that loses digits, and takes any number instead. */
export function readValues(nodes: readonly JsonNode[], reader: SchemaReader): CleanSchema {
  if (nodes.length === 0) return { never: true };
  const values = new Set<JsonPrimitive>();
  const structures: CleanSchema[] = [];
  for (const node of nodes) {
    const schema = readValue(node, reader);
    if (schema.values) for (const value of schema.values) values.add(value);
    else structures.push(schema);
  }
  if (structures.length === 0) return { values: [...values] };
  return { anyOf: [...(values.size > 0 ? [{ values: [...values] }] : []), ...structures] };
}

function readValue(node: JsonNode, reader: SchemaReader): CleanSchema {
  switch (node.kind) {
    case "null":
      return { values: [null] };
    case "string":
    case "boolean":
      return { values: [node.value] };
    case "number":
      if (isExact(node.value)) return { values: [node.value] };
      reader.warn(node, "rounded-number", `${node.text.slice(0, 40)} in ${reader.file.shown} is beyond what a JavaScript number holds exactly: its type is number`, "Send such a value as a string, or write a schema of type integer");
      return { types: ["number"] };
    case "array":
      return node.items.length === 0 ? { types: ["array"], items: { never: true } } : { types: ["array"], tuple: node.items.map((item) => readValue(item, reader)) };
    case "object": {
      const properties = new Map([...node.members].map(([name, value]) => [name, readValue(value, reader)]));
      if (properties.size === 0) return { types: ["object"], otherProperties: { never: true } };
      return { types: ["object"], properties, required: new Set(properties.keys()) };
    }
  }
}

/** Fractions are rounded in every JSON parser; whole numbers must not be. */
function isExact(value: number): boolean {
  return Number.isSafeInteger(value) || (Number.isFinite(value) && !Number.isInteger(value));
}
