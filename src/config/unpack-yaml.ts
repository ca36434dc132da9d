import type { PackedMap, PackedNode } from "./packed-yaml.js";
import type { Mark, YamlMap, YamlNode } from "./yaml-node.js";
import type { YamlText } from "./yaml-text.js";

/** The tree that was packed, as the parser would give it for this text. */
export function unpackYaml([kind, start, end, entries]: PackedMap, source: YamlText): YamlMap {
  const mark = (from: number, to: number): Mark => ({ source, start: from, end: to });
  const nodes = entries.map(([key, from, to, value]) => [key, { keyMark: mark(from, to), value: unpackNode(value, source) }] as const);
  return { kind, entries: new Map(nodes), mark: mark(start, end) };
}

function unpackNode(node: PackedNode, source: YamlText): YamlNode {
  const [, start, end] = node;
  const mark: Mark = { source, start, end };
  switch (node[0]) {
    case "scalar":
      return { kind: "scalar", value: node[3], mark };
    case "list":
      return { kind: "list", items: node[3].map((item) => unpackNode(item, source)), mark };
    case "map":
      return unpackYaml(node, source);
  }
}
