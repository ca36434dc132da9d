import type { YamlNode } from "./config/yaml-node.js";
import type { JsonNode } from "./schema/json-node.js";

/** A YAML value as the JSON value that it means, its place kept. `from` is the file, where others' values stand around it. */
export function yamlToJson(node: YamlNode, from?: JsonNode["from"]): JsonNode {
  const place = { offset: node.mark.start, ...(from && { from }) };
  switch (node.kind) {
    case "map":
      return { kind: "object", ...place, members: new Map([...node.entries].map(([key, { value }]) => [key, yamlToJson(value, from)])) };
    case "list":
      return { kind: "array", ...place, items: node.items.map((item) => yamlToJson(item, from)) };
    case "refused":
      return { kind: "null", ...place };
    case "scalar":
      return scalar(node.value, place);
  }
}

function scalar(value: string | number | boolean | null, place: Pick<JsonNode, "offset" | "from">): JsonNode {
  if (typeof value === "string") return { kind: "string", ...place, value };
  if (typeof value === "boolean") return { kind: "boolean", ...place, value };
  return value === null ? { kind: "null", ...place } : { kind: "number", ...place, value, text: String(value) };
}
