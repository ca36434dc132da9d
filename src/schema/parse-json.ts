import { JsonError } from "./json-error.js";
import type { JsonNode } from "./json-node.js";
import { quote } from "./quote.js";

/**
 * Parses strict JSON (RFC 8259), keeping positions, the order of keys and the digits of numbers.
 * Throws a `JsonError` on bad syntax, on a key given twice, and on more than `MAX_DEPTH` levels.
 */
export function parseJson(text: string): JsonNode {
  return new JsonReader(text).document();
}

/** JSON levels: a schema takes two of them for one level of properties. */
const MAX_DEPTH = 400;

const WHITE_SPACE = /[ \t\r\n]*/y;
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const WORD = /[a-z]+/y;

class JsonReader {
  readonly #text: string;
  #offset = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): JsonNode {
    const node = this.#value();
    this.#skipSpace();
    if (this.#offset < this.#text.length) throw this.#unexpected("the end of the file");
    return node;
  }

  #value(): JsonNode {
    this.#skipSpace();
    const offset = this.#offset;
    const first = this.#text[offset];
    if (first === "{") return this.#nested(() => this.#object(offset));
    if (first === "[") return this.#nested(() => this.#array(offset));
    if (first === '"') return { kind: "string", offset, value: this.#string("a value") };
    if (first === "-" || (first !== undefined && first >= "0" && first <= "9")) return this.#number(offset);
    return this.#word(offset);
  }

  #nested(read: () => JsonNode): JsonNode {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) {
      throw new JsonError("schema-too-deep", `nests deeper than ${MAX_DEPTH} levels`, this.#offset);
    }
    this.#offset += 1;
    const node = read();
    this.#depth -= 1;
    return node;
  }

  #object(offset: number): JsonNode {
    const members = new Map<string, JsonNode>();
    if (this.#skips("}")) return { kind: "object", offset, members };
    do {
      this.#skipSpace();
      const keyOffset = this.#offset;
      const key = this.#string("a key in double quotes");
      if (members.has(key)) throw new JsonError("duplicate-key", `has the key ${quote(key)} twice in one object`, keyOffset);
      if (!this.#skips(":")) throw this.#unexpected('":"');
      members.set(key, this.#value());
    } while (this.#skips(","));
    if (!this.#skips("}")) throw this.#unexpected('"," or "}"');
    return { kind: "object", offset, members };
  }

  #array(offset: number): JsonNode {
    const items: JsonNode[] = [];
    if (this.#skips("]")) return { kind: "array", offset, items };
    do items.push(this.#value());
    while (this.#skips(","));
    if (!this.#skips("]")) throw this.#unexpected('"," or "]"');
    return { kind: "array", offset, items };
  }

  #string(wanted: string): string {
    const start = this.#offset;
    if (this.#text[start] !== '"') throw this.#unexpected(wanted);
    let end = start + 1;
    while (end < this.#text.length && this.#text[end] !== '"') end += this.#text[end] === "\\" ? 2 : 1;
    this.#offset = end + 1;
    try {
      // Refuses raw control characters and unknown escapes.
      return JSON.parse(this.#text.slice(start, end + 1)) as string;
    } catch {
      throw new JsonError("invalid-json", "is not JSON: this string is not closed, or has a raw control character or an unknown escape in it", start);
    }
  }

  #number(offset: number): JsonNode {
    const text = this.#match(NUMBER);
    if (text === undefined) throw this.#unexpected("a number");
    return { kind: "number", offset, value: Number(text), text };
  }

  #word(offset: number): JsonNode {
    const word = this.#match(WORD);
    if (word === "null") return { kind: "null", offset };
    if (word === "true" || word === "false") return { kind: "boolean", offset, value: word === "true" };
    this.#offset = offset;
    throw this.#unexpected("a value");
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#offset;
    const match = pattern.exec(this.#text)?.[0];
    this.#offset += match?.length ?? 0;
    return match;
  }

  #skipSpace(): void {
    this.#match(WHITE_SPACE);
  }

  #skips(mark: string): boolean {
    this.#skipSpace();
    if (this.#text[this.#offset] !== mark) return false;
    this.#offset += 1;
    return true;
  }

  #unexpected(wanted: string): JsonError {
    const found = this.#text[this.#offset];
    const what = found === undefined ? "the file ends" : `there is ${quote(found)}`;
    return new JsonError("invalid-json", `is not JSON: ${what} where ${wanted} should be`, this.#offset);
  }
}
