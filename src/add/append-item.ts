import { isScalar, isSeq, type YAMLSeq } from "yaml";
import { insertInBrackets } from "./insert-in-brackets.js";
import { insertLines } from "./insert-lines.js";
import { quotedLike } from "./put-entry.js";
import { endOf, parseTree, startOf } from "./yaml-source.js";

/** Adds a text to the list at a path, written as the items before it are, and touches nothing else. */
export function appendItem(text: string, path: readonly string[], item: string): string {
  const list = parseTree(text).getIn(path, true);
  if (!isSeq(list)) throw new Error(`There is no list at ${path.join(".")}.`);
  const written = quotedLike(list.items.findLast(isScalar), item);
  return list.flow ? insertInBrackets(text, list, written) : insertBelow(text, list, written);
}

function insertBelow(text: string, list: YAMLSeq, written: string): string {
  const last = list.items.at(-1);
  const line = text.slice(text.lastIndexOf("\n", startOf(last) - 1) + 1, startOf(last));
  // The dash with the blanks around it, as the last item has them.
  const [dash = "- "] = /^ *- +$/.exec(line) ?? [];
  return insertLines(text, endOf(last, text), [dash + written]);
}
