import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from "yaml";
import type { ProblemLog } from "./problem-log.js";
import { shown } from "./shown.js";
import { unsafeText } from "./unsafe-text.js";
import type { Mark, YamlEntry, YamlMap, YamlNode } from "./yaml-node.js";
import type { YamlText } from "./yaml-text.js";

/** The parser's tree as plain nodes. Anchors, aliases, tags, merge keys, duplicate keys and control characters go to the log. */
export function yamlTree(root: Node, source: YamlText, log: ProblemLog, { hasProse = false }: { readonly hasProse?: boolean } = {}): YamlNode {
  return toNode(root, "the document", { source, log, hasProse });
}

interface Reading {
  /** Texts may have line breaks. */
  readonly hasProse: boolean;
  readonly source: YamlText;
  readonly log: ProblemLog;
}

function toNode(node: unknown, name: string, reading: Reading, parent?: Mark): YamlNode {
  const mark = markOf(node, reading.source, parent);
  if (isAlias(node)) return refuse(mark, name, reading);
  checkProperties(node, mark, reading);
  if (isMap(node)) return toMap(node, mark, reading);
  if (isSeq(node)) {
    return { kind: "list", items: node.items.map((item) => toNode(item, name, reading, mark)), mark };
  }
  const value = isScalar(node) ? node.value : null;
  if (typeof value === "string" && unsafeText.test(reading.hasProse ? value.replaceAll(/[\t\r\n]/g, " ") : value)) return refuseText(mark, name, reading);
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return { kind: "scalar", value, mark };
  return { kind: "scalar", value: null, mark };
}

function toMap(map: YAMLMap, mark: Mark, reading: Reading): YamlMap {
  const entries = new Map<string, YamlEntry>();
  for (const pair of map.items) {
    const keyMark = markOf(pair.key, reading.source, mark);
    const key = readKey(pair, keyMark, reading);
    if (key === undefined) continue;
    if (entries.has(key)) {
      const message = `The key ${shown(key)} stands here twice`;
      reading.log.error(keyMark, { code: "duplicate-key", message, hint: "Keep one of the two." });
      continue;
    }
    entries.set(key, { keyMark, value: toNode(pair.value, shown(key), reading, keyMark) });
  }
  return { kind: "map", entries, mark };
}

function readKey({ key }: Pair, mark: Mark, reading: Reading): string | undefined {
  if (isAlias(key)) refuse(mark, "a key", reading);
  checkProperties(key, mark, reading);
  if (!isScalar(key)) return isAlias(key) ? undefined : refuseKey(mark, reading);
  if (key.value === "<<") {
    const message = "The merge key << is not allowed";
    return reading.log.error(mark, {
      code: "yaml-merge-key",
      message,
      hint: "Write the keys out: named webhooks inherit from default.",
    });
  }
  // 2 and "2" are one key: which JSON type it stands for depends on where the event is read.
  if (typeof key.value === "number" && String(key.value) === key.source) return key.source;
  if (typeof key.value !== "string") return refuseKey(mark, reading);
  if (!unsafeText.test(key.value)) return key.value;
  refuseText(mark, "a key", reading);
  return undefined;
}

function refuseKey(mark: Mark, reading: Reading): undefined {
  return reading.log.error(mark, { code: "yaml-key", message: "A key must be text", hint: "Put it in quotes." });
}

function refuse(mark: Mark, name: string, { log }: Reading): YamlNode {
  log.error(mark, {
    code: "yaml-alias",
    message: `YAML aliases are not allowed: ${name} has one`,
    hint: "Write the value out.",
  });
  return { kind: "refused", mark };
}

function refuseText(mark: Mark, name: string, { log }: Reading): YamlNode {
  const message = `The text of ${name} holds a line break, a control or an invisible character`;
  log.error(mark, { code: "control-character", message, hint: "Remove it." });
  return { kind: "refused", mark };
}

function checkProperties(node: unknown, mark: Mark, { log }: Reading): void {
  if (!isScalar(node) && !isMap(node) && !isSeq(node)) return;
  if (node.anchor !== undefined) {
    const message = "YAML anchors are not allowed";
    log.error(mark, {
      code: "yaml-anchor",
      message,
      hint: "Remove the & name and write the value out where it is needed.",
    });
  }
  if (node.tag !== undefined) {
    log.error(mark, {
      code: "yaml-tag",
      message: "YAML tags are not allowed here",
      hint: "Remove the tag that begins with !.",
    });
  }
}

function markOf(node: unknown, source: YamlText, parent?: Mark): Mark {
  const range = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range : undefined;
  // An empty value has no place of its own: its key has.
  if (range === undefined || range === null || range[1] === range[0]) return parent ?? { source, start: 0, end: 0 };
  return { source, start: range[0], end: range[1] };
}
