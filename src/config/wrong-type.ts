import type { KeyContext } from "./setting.js";
import { shown } from "./shown.js";
import type { YamlNode } from "./yaml-node.js";

/** Reports that a value is not of the type its key needs; `expected` completes "must be …". */
export function wrongType(node: YamlNode, { key, log }: KeyContext, expected: string): undefined {
  if (node.kind === "refused") return undefined;
  const message = `"${key}" must be ${expected}, not ${describe(node)}`;
  return log.error(node.mark, { code: "wrong-type", message, hint: hintFor(node, expected) });
}

function describe(node: Exclude<YamlNode, { kind: "refused" }>): string {
  if (node.kind === "map") return node.entries.size === 0 ? "an empty map" : "a map";
  if (node.kind === "list") return node.items.length === 0 ? "an empty list" : "a list";
  if (node.value === null) return "empty";
  return typeof node.value === "string"
    ? `the text ${shown(node.value)}`
    : `the ${typeof node.value} ${shown(node.value)}`;
}

function hintFor(node: YamlNode, expected: string): string {
  const isText = node.kind === "scalar" && typeof node.value === "string";
  if (isText && !expected.includes("list") && !expected.includes("map"))
    return "Write it without quotes, as YAML writes that type.";
  if (node.kind === "scalar" && node.value !== null && expected.includes("text")) return "Put it in quotes.";
  return `Write ${expected}.`;
}
