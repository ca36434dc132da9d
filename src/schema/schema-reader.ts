import type { Problem } from "../errors.js";
import type { JsonArray, JsonNode, JsonObject, JsonString } from "./json-node.js";
import type { ProblemList } from "./problem-list.js";
import { quote } from "./quote.js";
import { problemAt, type SchemaFile } from "./schema-file.js";

/** Reads keywords of one file as what they must be, and reports those that are something else. */
export class SchemaReader {
  readonly file: SchemaFile;
  readonly #problems: ProblemList;

  constructor(file: SchemaFile, problems: ProblemList) {
    this.file = file;
    this.#problems = problems;
  }

  error(node: JsonNode, code: string, message: string, hint: string): void {
    this.#problems.add("error", () => this.#problem(node, { code, message, hint }));
  }

  warn(node: JsonNode, code: string, message: string, hint: string): void {
    this.#problems.add("warning", () => this.#problem(node, { code, message, hint, severity: "warning" }));
  }

  /** Messages name this file: where an overlay put the value there, they are about the overlay. */
  #problem({ from, offset }: JsonNode, problem: Pick<Problem, "code" | "message" | "hint"> & { readonly severity?: Problem["severity"] }): Problem {
    const { shown } = this.file;
    return from ? problemAt(from, offset, { ...problem, message: problem.message.replace(shown, () => from.shown) }) : problemAt(this.file, offset, problem);
  }

  object(schema: JsonObject, keyword: string): JsonObject | undefined {
    const node = schema.members.get(keyword);
    if (node === undefined || node.kind === "object") return node;
    return this.#malformed(keyword, node, "an object");
  }

  array(schema: JsonObject, keyword: string): JsonArray | undefined {
    const node = schema.members.get(keyword);
    if (node === undefined || node.kind === "array") return node;
    return this.#malformed(keyword, node, "a list");
  }

  string(schema: JsonObject, keyword: string): JsonString | undefined {
    const node = schema.members.get(keyword);
    if (node === undefined || node.kind === "string") return node;
    return this.#malformed(keyword, node, "a string");
  }

  boolean(schema: JsonObject, keyword: string): boolean {
    const node = schema.members.get(keyword);
    if (node === undefined) return false;
    if (node.kind !== "boolean") this.#malformed(keyword, node, "true or false");
    return node.kind === "boolean" && node.value;
  }

  strings(schema: JsonObject, keyword: string): readonly JsonString[] {
    const list = this.array(schema, keyword)?.items ?? [];
    return list.filter((item): item is JsonString => {
      if (item.kind !== "string") this.#malformed(keyword, item, "a list of strings");
      return item.kind === "string";
    });
  }

  #malformed(keyword: string, node: JsonNode, wanted: string): undefined {
    this.error(node, "malformed-keyword", `${quote(keyword)} in ${this.file.shown} must be ${wanted}`, `Make it ${wanted}, or remove it`);
    return undefined;
  }
}
