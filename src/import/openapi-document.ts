import { parseYaml } from "../config/parse-yaml.js";
import { ProblemLog } from "../config/problem-log.js";
import { YamlText } from "../config/yaml-text.js";
import { GenerateError } from "../errors.js";
import type { JsonNode, JsonObject, JsonString } from "../schema/json-node.js";
import { parseReference } from "../schema/parse-reference.js";
import { ProblemList } from "../schema/problem-list.js";
import { quote } from "../schema/quote.js";
import { resolvePointer } from "../schema/resolve-pointer.js";
import { SchemaReader } from "../schema/schema-reader.js";
import { yamlToJson } from "../yaml-to-json.js";
import { type InputFile, parseInput, readInputFile } from "./input-file.js";

/** A place in the document that a `$ref` points to. */
export interface Target {
  readonly pointer: readonly string[];
  readonly node: JsonNode;
}

/** An OpenAPI document, in JSON or YAML. References are followed inside of it and nowhere else. */
export class OpenApiDocument {
  readonly file: InputFile;
  readonly root: JsonObject;
  readonly problems: ProblemList = new ProblemList();
  /** `3.1.0` */
  readonly version: string;
  readonly #reader: SchemaReader;
  /** Places are read more than once: what is wrong there is said once. */
  readonly #reported = new Set<string>();

  /** Throws a GenerateError when the file cannot be read, and when it is no OpenAPI 3 document. */
  static async read(path: string, cwd: string): Promise<OpenApiDocument> {
    const file = await readInputFile(path, cwd);
    return new OpenApiDocument(file, /^\s*\{/.test(file.text) ? parseInput(file) : parseYamlInput(file));
  }

  private constructor(file: InputFile, root: JsonNode) {
    this.file = file;
    this.#reader = new SchemaReader({ ...file, path: DOCUMENT, root }, this.problems);
    const version = root.kind === "object" ? textOf(root, "openapi") : undefined;
    if (root.kind !== "object" || version === undefined || !/^3\.\d/.test(version)) {
      this.error(root, "not-openapi", `${file.shown} is no OpenAPI document of version 3`, "Give a document that begins with openapi: 3.1.0; convert one of Swagger 2 first");
      this.problems.throwErrors();
    }
    this.root = root as JsonObject;
    this.version = version as string;
  }

  /** The object at a place, through its references; undefined for what is none, which is reported when a reference leads nowhere. */
  object(node: JsonNode | undefined): JsonObject | undefined {
    let found = node;
    for (let hop = 0; found?.kind === "object" && found.members.has("$ref"); hop += 1) {
      if (hop === MOST_HOPS) return this.error(found, "reference-cycle", "The $refs here go round in a circle", "Write one of them out");
      const ref = found.members.get("$ref");
      found = ref?.kind === "string" ? this.target(ref)?.node : undefined;
    }
    return found?.kind === "object" ? found : undefined;
  }

  /** Where a `$ref` points to, in this document. Reports why it points nowhere. */
  target(ref: JsonString): Target | undefined {
    const parsed = parseReference(ref.value, DOCUMENT);
    const hint = "Bundle the document into one file, so that every $ref begins with #/";
    if ("refused" in parsed) return this.error(ref, "reference-refused", `The $ref ${quote(ref.value)} ${parsed.refused}`, hint);
    if (parsed.path !== DOCUMENT) return this.error(ref, "reference-refused", `The $ref ${quote(ref.value)} leads to another file`, hint);
    const node = resolvePointer(this.root, parsed.pointer);
    return node ? { pointer: parsed.pointer, node } : this.error(ref, "bad-pointer", `The $ref ${quote(ref.value)} points to nothing`, "Add what it points to");
  }

  /** Whether a schema is called so among the components. */
  hasComponent(name: string): boolean {
    return resolvePointer(this.root, ["components", "schemas", name]) !== undefined;
  }

  error(node: JsonNode, code: string, message: string, hint: string): undefined {
    const said = `${node.offset} ${code}`;
    if (!this.#reported.has(said)) this.#reader.error(node, code, message, hint);
    this.#reported.add(said);
    return undefined;
  }
}

/** The text that stands in an object under a key. */
export function textOf({ members }: JsonObject, key: string): string | undefined {
  const node = members.get(key);
  return node?.kind === "string" ? node.value : undefined;
}

/** A name for the document itself, as references are read relative to a file. */
const DOCUMENT = "openapi.json";

/** No honest document refers from one reference to the next that often. */
const MOST_HOPS = 20;

function parseYamlInput(file: InputFile): JsonNode {
  const log = new ProblemLog();
  const root = parseYaml(new YamlText(file.shown, file.text), log, { beginsWith: "openapi:", hasProse: true });
  if (root === undefined || log.failed) throw new GenerateError(log.problems());
  return yamlToJson(root);
}
