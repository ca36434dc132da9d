import type { YAMLMap, YAMLSeq } from "yaml";
import { beginsLine, indentOf, insertLines } from "./insert-lines.js";
import { endOf, startOf } from "./yaml-source.js";

/** Puts an item, or `key: value`, at the end of `[a, b]` or `{ a: b }`: in a line of its own where the last one has one. */
export function insertInBrackets(text: string, collection: YAMLMap | YAMLSeq, item: string): string {
  const last = collection.items.at(-1);
  if (last === undefined) return splice(text, startOf(collection) + 1, text[startOf(collection)] === "{" ? ` ${item} ` : item);
  const end = endOf(last, text);
  const comma = commaAfter(text, end);
  const ownLine = beginsLine(text, startOf(last));
  if (ownLine && comma !== undefined) return insertLines(text, comma, [`${indentOf(text, startOf(last))}${item},`]);
  if (comma !== undefined) return splice(text, comma + 1, ` ${item},`);
  // From behind: the offsets before it stay true.
  if (!ownLine || closesOnLine(text, end)) return splice(text, end, `, ${item}`);
  return splice(insertLines(text, end, [`${indentOf(text, startOf(last))}${item}`]), end, ",");
}

function splice(text: string, at: number, more: string): string {
  return text.slice(0, at) + more + text.slice(at);
}

/** Where the comma behind the last item stands, comments between them passed over. */
function commaAfter(text: string, end: number): number | undefined {
  const [passed = ""] = /^(?:\s|(?<=\s)#[^\n]*)*/.exec(text.slice(end)) ?? [];
  const at = end + passed.length;
  return text[at] === "," ? at : undefined;
}

/** Whether a bracket is closed in the rest of the line: nothing may go below it. */
function closesOnLine(text: string, end: number): boolean {
  return /^[ \t]*[\]}]/.test(text.slice(end));
}
