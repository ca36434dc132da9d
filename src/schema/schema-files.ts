import { join } from "node:path";
import type { ProblemList } from "./problem-list.js";
import { readSchemaFile, type SchemaFolder, showPath } from "./read-schema-file.js";
import { checkDraft } from "./schema-draft.js";
import type { SchemaFile } from "./schema-file.js";
import { SchemaReader } from "./schema-reader.js";

/** The files of a schema folder, each read once, and no more of them than a machine can hold. */
export class SchemaFiles {
  /** Every file that was read, keyed by its path. */
  readonly read: Map<string, SchemaFile> = new Map();
  readonly #unusable = new Set<string>();
  readonly #folder: SchemaFolder;
  readonly #problems: ProblemList;
  #length = 0;

  constructor(folder: SchemaFolder, problems: ProblemList) {
    this.#folder = folder;
    this.#problems = problems;
  }

  /** Reports a file that cannot be used, and leaves it to `reportMissing` to say that there is none. Throws when there are too many. */
  async get(path: string, reportMissing?: () => void): Promise<SchemaFile | undefined> {
    if (this.read.has(path) || this.#unusable.has(path)) return this.read.get(path);
    const file = await readSchemaFile(this.#folder, path);
    if (file !== undefined && "root" in file) return this.#keep(file);
    this.#unusable.add(path);
    if (file !== undefined) this.#problems.add("error", () => file);
    else if (reportMissing) reportMissing();
    else this.#refuse("schema-unreadable", path, "cannot be read: it is a link to nothing", "Put the file itself there, or remove the link");
    return undefined;
  }

  #keep(file: SchemaFile): SchemaFile {
    this.read.set(file.path, file);
    this.#length += file.text.length;
    checkDraft(file.root, new SchemaReader(file, this.#problems));
    if (this.read.size > MOST_FILES || this.#length > MOST_CHARACTERS) {
      this.#refuse("too-many-schemas", file.path, `is one too many: the schemas of a provider are at most ${MOST_FILES} files and 32 MiB`, "Leave out the schemas of events that you do not handle");
      this.#problems.throwErrors();
    }
    return file;
  }

  #refuse(code: string, path: string, why: string, hint: string): void {
    const file = showPath(join(this.#folder.folder, path), this.#folder.cwd);
    this.#problems.add("error", () => ({ code, severity: "error", message: `${file} ${why}`, hint, at: { file } }));
  }
}

const MOST_FILES = 5000;
const MOST_CHARACTERS = 32 * 1024 * 1024;
