import type { JsonNode } from "../schema/json-node.js";

type Members = readonly (readonly [key: string, value: JsonNode])[];

/** How somebody's JSON writer lays out a document. */
export interface JsonLayout {
  readonly name: string;
  /** Between an item and the next, a key and its value. */
  readonly comma: string;
  readonly colon: string;
  /** One level of indentation; with it, each item has its own line. */
  readonly indent: string;
}

/** How somebody's JSON writer writes a document. */
export interface JsonStyle extends JsonLayout {
  readonly escape: (json: string) => string;
  /** Whether `/` is written `\/`. */
  readonly slashes: boolean;
  readonly order: (members: Members) => Members;
  /** The integer that gets `.0`, counted from 0; -1: all of them. None when undefined. */
  readonly fractions?: number;
}

/** The layouts in use: by JSON.stringify and most others, Python, and those that print for people. */
export const layouts: readonly JsonLayout[] = [
  { name: "without blanks", comma: ",", colon: ":", indent: "" },
  { name: "with a blank after each , and : (as Python's json.dumps does)", comma: ", ", colon: ": ", indent: "" },
  { name: "with 2 blanks of indentation", comma: ",", colon: ": ", indent: "  " },
  { name: "with 4 blanks of indentation", comma: ",", colon: ": ", indent: "    " },
  { name: "with tabs of indentation", comma: ",", colon: ": ", indent: "\t" },
  { name: "with a blank after each :", comma: ",", colon: ": ", indent: "" },
];

const unicode = (one: string): string => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** What writers put as escapes: nothing, what is not ASCII (Python, PHP), what HTML could take for its own (Go, Rails, Gson, .NET). */
export const escapers: readonly { readonly name: string; readonly escape: (json: string) => string }[] = [
  { name: "", escape: (json) => json },
  { name: "characters beyond ASCII as \\u escapes", escape: (json) => json.replace(/[^\0-\x7f]/g, unicode) },
  { name: "characters beyond ASCII as \\U escapes in upper case", escape: (json) => json.replace(/[^\0-\x7f]/g, (one) => `\\u${unicode(one).slice(2).toUpperCase()}`) },
  { name: "< > & as \\u escapes", escape: (json) => json.replace(/[<>&\u2028\u2029]/g, unicode) },
  { name: "< > & = ' as \\u escapes", escape: (json) => json.replace(/[<>&='\u2028\u2029]/g, unicode) },
  { name: "< > & and characters beyond ASCII as \\u escapes", escape: (json) => json.replace(/[<>&]|[^\0-\x7f]/g, unicode) },
  { name: "< > & + ' \" and characters beyond ASCII as \\u escapes in upper case", escape: (json) => json.replaceAll('\\"', '\\u0022').replace(/[<>&+'`]|[^\0-\x7f]/g, (one) => `\\u${unicode(one).slice(2).toUpperCase()}`) },
];

const isInteger = (key: string): boolean => /^(?:0|[1-9]\d{0,9})$/.test(key);
const byCodeUnit = ([a]: Members[number], [b]: Members[number]): number => (a < b ? -1 : 1);

interface KeyOrder {
  readonly name: string;
  readonly sort: (members: Members) => Members;
}

/** The orders in which an object's keys may have stood, the captured one first: JavaScript puts keys that look like integers first. */
export const orders: readonly [KeyOrder, ...KeyOrder[]] = [
  { name: "", sort: (members) => members },
  { name: "keys sorted", sort: (members) => members.toSorted(byCodeUnit) },
  { name: "keys that are integers last", sort: (members) => [...members.filter(([key]) => !isInteger(key)), ...members.filter(([key]) => isInteger(key))] },
];

/** Writes a document in a style. */
export function printJson(document: JsonNode, style: JsonStyle): string {
  let integers = 0;
  const print = (node: JsonNode, depth: number): string => {
    switch (node.kind) {
      case "object":
        return list("{", style.order([...node.members]).map(([key, value]) => text(key, style) + style.colon + print(value, depth + 1)), "}", depth);
      case "array":
        return list("[", node.items.map((item) => print(item, depth + 1)), "]", depth);
      case "string":
        return text(node.value, style);
      case "number":
        return /^-?\d+$/.test(node.text) && (style.fractions === integers++ || style.fractions === -1) ? `${node.text}.0` : node.text;
      default:
        return node.kind === "null" ? "null" : String(node.value);
    }
  };
  const list = (open: string, items: readonly string[], close: string, depth: number): string => {
    if (items.length === 0 || style.indent === "") return open + items.join(style.comma) + close;
    const line = `\n${style.indent.repeat(depth + 1)}`;
    return `${open}${line}${items.join(style.comma + line)}\n${style.indent.repeat(depth)}${close}`;
  };
  return print(document, 0);
}

function text(value: string, { escape, slashes }: JsonStyle): string {
  const json = escape(JSON.stringify(value));
  return slashes ? json.replaceAll("/", "\\/") : json;
}
