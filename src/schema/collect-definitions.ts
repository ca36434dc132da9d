import { CanonicalPaths } from "./canonical-paths.js";
import type { CleanSchema } from "./clean-schema.js";
import { definitionKey } from "./definition-key.js";
import type { JsonNode, JsonString } from "./json-node.js";
import { parseReference, type Reference } from "./parse-reference.js";
import type { ProblemList } from "./problem-list.js";
import { quote } from "./quote.js";
import { readSchema } from "./read-schema.js";
import type { SchemaFolder } from "./read-schema-file.js";
import { resolvePointer } from "./resolve-pointer.js";
import { ignoresSiblings } from "./schema-draft.js";
import type { SchemaFile } from "./schema-file.js";
import { SchemaFiles } from "./schema-files.js";
import { SchemaReader } from "./schema-reader.js";
import { WeightLimit } from "./weight-limit.js";

/** A place that something points to, read. */
export interface CollectedDefinition extends Reference {
  readonly schema: CleanSchema;
  readonly file: SchemaFile;
  readonly node: JsonNode;
}

export interface CollectedDefinitions {
  /** Keyed by `definitionKey`: the places asked for, then what they point to. */
  readonly definitions: ReadonlyMap<string, CollectedDefinition>;
  /** The keys of the places asked for, in their order. */
  readonly roots: readonly string[];
  /** Every file that was read, keyed by its path. */
  readonly files: ReadonlyMap<string, SchemaFile>;
}

/**
 * Reads the places asked for and, over `$ref`, whatever they need. Problems are collected: the answer is whole only
 * without errors. Throws them where there is so much that reading on would not end.
 */
export async function collectDefinitions(folder: SchemaFolder, places: readonly Reference[], problems: ProblemList): Promise<CollectedDefinitions> {
  const collector = new DefinitionCollector(folder, problems);
  const roots = places.map((place) => collector.want(place));
  const { definitions, files } = await collector.run();
  return { definitions, roots, files };
}

/** A `$ref` as it stands in a file. */
interface Origin {
  readonly file: SchemaFile;
  readonly ref: JsonString;
}

interface Wanted {
  readonly reference: Reference;
  readonly origin?: Origin;
}

class DefinitionCollector {
  readonly #definitions = new Map<string, CollectedDefinition>();
  readonly #wanted = new Map<string, Wanted>();
  readonly #files: SchemaFiles;
  readonly #paths: CanonicalPaths;
  readonly #weight: WeightLimit;
  readonly #problems: ProblemList;

  constructor(folder: SchemaFolder, problems: ProblemList) {
    this.#files = new SchemaFiles(folder, problems);
    this.#paths = new CanonicalPaths(folder);
    this.#weight = new WeightLimit(problems);
    this.#problems = problems;
  }

  want({ path, pointer }: Reference, origin?: Origin): string {
    const reference = { path: this.#paths.of(path), pointer };
    const key = definitionKey(reference);
    if (!this.#wanted.has(key)) this.#wanted.set(key, origin ? { reference, origin } : { reference });
    return key;
  }

  async run(): Promise<Omit<CollectedDefinitions, "roots">> {
    // A Map's iterator also visits what is added on the way.
    for (const [key, wanted] of this.#wanted) {
      const { reference, origin } = wanted;
      const file = await this.#files.get(reference.path, origin && (() => this.#refuse(origin, "missing-reference-file", "points to a file that does not exist", "Check the name, or add the file to the provider's schema folder")));
      if (file) this.#define(key, file, wanted);
    }
    return { definitions: this.#definitions, files: this.#files.read };
  }

  #define(key: string, file: SchemaFile, { reference, origin }: Wanted): void {
    const node = resolvePointer(file.root, reference.pointer);
    if (node?.kind === "object" || node?.kind === "boolean") {
      const definition = { ...reference, file, node, schema: this.#readSchema(file, node) };
      this.#definitions.set(key, definition);
      this.#weight.add(definition);
    } else if (origin) {
      this.#refuse(origin, "bad-pointer", "points to nothing that is a schema", `Check it against ${file.shown}`);
    } else {
      new SchemaReader(file, this.#problems).error(file.root, "schema-not-object", `The schema in ${file.shown} is neither an object nor true or false`, 'Start it with { "type": "object", … }.');
    }
  }

  #readSchema(file: SchemaFile, node: JsonNode): CleanSchema {
    return readSchema(node, {
      reader: new SchemaReader(file, this.#problems),
      refer: (ref) => this.#refer({ file, ref }),
      ignoresSiblings: ignoresSiblings(file.root),
    });
  }

  #refer(origin: Origin): string | undefined {
    const reference = parseReference(origin.ref.value, origin.file.path);
    if (!("refused" in reference)) return this.want(reference, origin);
    this.#refuse(origin, "reference-refused", reference.refused, "Point into the same file (#/definitions/name) or to a .json file of the provider's schema folder");
    return undefined;
  }

  #refuse({ file, ref }: Origin, code: string, why: string, hint: string): void {
    new SchemaReader(file, this.#problems).error(ref, code, `The $ref ${quote(ref.value)} in ${file.shown} ${why}`, hint);
  }
}
