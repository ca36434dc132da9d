import { parseJson } from "../schema/parse-json.js";
import type { JsonNode } from "../schema/json-node.js";
import { bodyChange, type Case, type Variant } from "./case.js";
import { escapers, layouts, type JsonStyle, orders, printJson } from "./json-style.js";

/** Bytes of a body that is worth writing again in hundreds of ways. */
const LARGEST = 512 * 1024;

/** Numbers that are tried one by one: which of them had a fraction is lost. */
const MOST_NUMBERS = 50;

/** A JSON body that was parsed and written again: the ways in which providers write JSON, one after the other. */
export function* rewrittenJson(given: Case): Iterable<Variant> {
  const document = read(given.request.body);
  if (document === undefined) return;
  for (const style of styles(document.text)) {
    const text = printJson(document.node, style);
    yield variant(given, text, style);
    yield variant(given, `${text}\n`, style);
  }
  for (const style of plainStyles(document.text)) {
    for (let index = -1; index < Math.min(document.integers, MOST_NUMBERS); index++) {
      yield variant(given, printJson(document.node, { ...style, fractions: index }), { ...style, name: `${style.name}, with 1.0 where it now has 1` });
    }
  }
}

/** The layouts that most writers have, to be combined with what happened to a number. */
function plainStyles(text: string): readonly JsonStyle[] {
  const plain = layouts.slice(0, 3).map((layout) => ({ ...layout, escape: (json: string) => json, slashes: false, order: orders[0].sort }));
  return text.includes("/") ? [...plain, ...plain.map((style) => ({ ...style, slashes: true }))] : plain;
}

function* styles(text: string): Iterable<JsonStyle> {
  // What the body has nothing of is not worth trying.
  const hasOdd = /[^\0-\x7f]|\\u|[<>&='+]/.test(text);
  const hasSlash = text.includes("/");
  for (const { sort, name: orderName } of orders) {
    for (const { escape, name: escapeName } of hasOdd ? escapers : escapers.slice(0, 1)) {
      for (const slashes of hasSlash ? [false, true] : [false]) {
        for (const layout of layouts) {
          const name = [layout.name, escapeName, slashes ? "slashes written \\/" : "", orderName].filter((part) => part !== "").join(", ");
          yield { ...layout, name, escape, slashes, order: sort };
        }
      }
    }
  }
}

interface Document {
  readonly text: string;
  readonly node: JsonNode;
  /** How many numbers without a fraction it holds. */
  readonly integers: number;
}

function read(body: Uint8Array): Document | undefined {
  if (body.length > LARGEST || body.length === 0) return undefined;
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(body);
    return { text, node: parseJson(text), integers: (text.match(/[[:,]\s*-?\d+\s*(?=[,\]}])/g) ?? []).length };
  } catch {
    return undefined;
  }
}

function variant(given: Case, body: string, { name }: JsonStyle): Variant {
  return {
    change: bodyChange(given, body),
    cause: {
      code: "body-json-rewritten",
      message: `The body was parsed and written again. The signature is right over the same JSON written ${name}.`,
      fix: "Verify the raw bytes: mount webhookRoutes before express.json() and the like, and capture the body before it is parsed. docs/frameworks.md says how for each framework.",
    },
  };
}
