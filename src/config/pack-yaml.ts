import type { PackedMap, PackedNode, PackedYaml } from "./packed-yaml.js";
import type { YamlMap, YamlNode } from "./yaml-node.js";

/** A tree without problems as JSON. Throws an Error for one with a part that was refused. */
export function packYaml(root: YamlMap): PackedYaml {
  return { text: root.mark.source.text, root: packMap(root) };
}

function packMap({ entries, mark }: YamlMap): PackedMap {
  return ["map", mark.start, mark.end, [...entries].map(([key, { keyMark, value }]) => [key, keyMark.start, keyMark.end, packNode(value)])];
}

function packNode(node: YamlNode): PackedNode {
  const { start, end, source } = node.mark;
  switch (node.kind) {
    case "scalar":
      return ["scalar", start, end, node.value];
    case "list":
      return ["list", start, end, node.items.map(packNode)];
    case "map":
      return packMap(node);
    case "refused":
      throw new Error(`${source.file} has a part that was refused`);
  }
}
