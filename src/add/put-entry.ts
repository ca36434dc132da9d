import { isScalar, type Pair, Scalar, type YAMLMap } from "yaml";
import { toLiteral } from "../encode.js";
import { GUESSED } from "../guessed.js";
import { toScalar } from "../yaml-scalar.js";
import { insertInBrackets } from "./insert-in-brackets.js";
import { indentOf, insertLines, insertLinesAbove } from "./insert-lines.js";
import { endOf, entryOf, isEmpty, mapAt, startOf } from "./yaml-source.js";

/** What is written: a text, a switch, a list of texts, or a map of them. */
export type Written = string | boolean | readonly string[] | ReadonlyMap<string, Written>;

/**
 * Writes `key: value` into the map at a path, and touches nothing else: over the value that is there, or in a new line
 * behind the keys that come before it in `order`. Maps that are not there yet are made.
 */
export function putEntry(text: string, path: readonly string[], [key, value]: readonly [string, Written], order: readonly string[] = []): string {
  const map = mapAt(text, path);
  if (map === undefined || map.items.length === 0 && !map.flow) return putEntry(text, path.slice(0, -1), [path.at(-1) ?? "", new Map([[key, value]])]);
  const entry = entryOf(map, key);
  if (entry === undefined) return insertEntry(text, map, [key, value], order);
  return isEmpty(entry.value) ? fillEntry(text, map, entry, value) : replaceValue(text, entry, value);
}

function insertEntry(text: string, map: YAMLMap, [key, value]: readonly [string, Written], order: readonly string[]): string {
  if (map.flow) return insertInBrackets(text, map, `${key}: ${inline(value)}`);
  const before = map.items.findLast((pair) => isBefore(pair, key, order));
  const first = startOf(map.items[0]);
  const lines = toLines([key, value], indentOf(text, first), stepOf(text));
  return before === undefined ? insertLinesAbove(text, first, lines) : insertLines(text, endOf(before, text), lines);
}

/** Where there is no order, all that is there comes first. */
function isBefore({ key }: Pair, other: string, order: readonly string[]): boolean {
  return !order.includes(other) || order.indexOf(isScalar(key) ? String(key.value) : "") < order.indexOf(other);
}

function fillEntry(text: string, map: YAMLMap, entry: Pair, value: Written): string {
  const end = endOf(entry, text);
  if (map.flow || !(value instanceof Map)) return `${text.slice(0, end)} ${inline(value)}${text.slice(end)}`;
  const indent = indentOf(text, startOf(entry)) + stepOf(text);
  return insertLines(text, end, [...value].flatMap((inner) => toLines(inner, indent, stepOf(text))));
}

function replaceValue(text: string, { value: old }: Pair, value: Written): string {
  const rest = text.slice(endOf(old, text));
  const after = GUESSED_LINE.test(rest) ? rest.slice(GUESSED.length) : rest;
  return text.slice(0, startOf(old)) + (typeof value === "string" ? quotedLike(old, value) : inline(value)) + after;
}

/** Our own word on a value that nobody had said: it goes with the value. */
const GUESSED_LINE = new RegExp(`^${GUESSED}(?=\\r?\\n|$)`);

/** A text in the quotes that another one stands in. */
export function quotedLike(other: unknown, text: string): string {
  const type = isScalar(other) ? other.type : undefined;
  if (type === Scalar.QUOTE_SINGLE && /^[\x20-\x26\x28-\x7e]*$/.test(text)) return `'${text}'`;
  return type === Scalar.QUOTE_DOUBLE ? toLiteral(text) : toScalar(text);
}

function toLines([key, value]: readonly [string, Written], indent: string, step: string): readonly string[] {
  if (!(value instanceof Map)) return [`${indent}${key}: ${inline(value)}`];
  return [`${indent}${key}:`, ...[...value].flatMap((inner) => toLines(inner, indent + step, step))];
}

function inline(value: Written): string {
  if (typeof value === "string") return toScalar(value);
  if (typeof value === "boolean") return String(value);
  if (value instanceof Map) return `{ ${[...value].map(([key, inner]) => `${key}: ${inline(inner)}`).join(", ")} }`;
  return `[${[...(value as readonly string[])].map(toScalar).join(", ")}]`;
}

/** The blanks that a level is indented by in this file: as many as its first indented line has. */
function stepOf(text: string): string {
  return /^( +)[^\s#-]/m.exec(text)?.[1] ?? "  ";
}
