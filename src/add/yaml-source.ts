import { type Document, isCollection, isMap, isPair, isScalar, type Pair, parseDocument, type YAMLMap } from "yaml";

/** What a change to a file looks at: the tree of a text that was checked to be one strict document. */
export function parseTree(text: string): Document.Parsed {
  return parseDocument(text, { version: "1.2", schema: "core", merge: false, prettyErrors: false, logLevel: "silent" });
}

/** The map that stands at a path of keys; undefined where there is none, or nothing. */
export function mapAt(text: string, path: readonly string[]): YAMLMap | undefined {
  const document = parseTree(text);
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  return isMap(node) ? node : undefined;
}

/** The entry of a key. */
export function entryOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key);
}

/** Where a node or an entry begins. */
export function startOf(node: unknown): number {
  if (isPair(node)) return startOf(node.key);
  return rangeOf(node)?.[0] ?? 0;
}

/** The offset behind the last character of a node or an entry: what is said about it behind that is not its own. */
export function endOf(node: unknown, text: string): number {
  if (isPair(node)) return isEmpty(node.value) ? text.indexOf(":", endOf(node.key, text)) + 1 : endOf(node.value, text);
  const last = isCollection(node) && !node.flow ? node.items.at(-1) : undefined;
  if (last !== undefined) return endOf(last, text);
  const [start, end] = rangeOf(node) ?? [0, 0];
  return start + text.slice(start, end).trimEnd().length;
}

/** Whether nothing is written where a value belongs. */
export function isEmpty(value: unknown): boolean {
  const range = rangeOf(value);
  return range === undefined || range[0] === range[1];
}

function rangeOf(node: unknown): readonly [number, number, number] | undefined {
  return isScalar(node) || isCollection(node) ? (node.range ?? undefined) : undefined;
}
