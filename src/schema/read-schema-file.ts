import { realpath } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { Problem } from "../errors.js";
import { errorCode } from "./error-code.js";
import { JsonError } from "./json-error.js";
import { parseJson } from "./parse-json.js";
import { quote } from "./quote.js";
import { readRegularFile } from "./read-regular-file.js";
import { problemAt, type SchemaFile } from "./schema-file.js";

/** The folder a provider's schemas are read from. */
export interface SchemaFolder {
  /** Absolute. */
  readonly folder: string;
  /** What shown paths are relative to. */
  readonly cwd: string;
  /** A file that is there already, under its path: the disk is not asked. */
  readonly given?: SchemaFile;
}

/**
 * Reads and parses one file of the folder (`path` is relative to it, forward slashes).
 * Gives undefined when there is no such file, and a problem when it cannot be used: outside the
 * folder once links are followed, not a regular file, over 16 MiB, not UTF-8, not JSON.
 */
export async function readSchemaFile({ folder, cwd, given }: SchemaFolder, path: string): Promise<SchemaFile | Problem | undefined> {
  if (given?.path === path) return given;
  const shown = showPath(join(folder, path), cwd);
  const real = await realPath(join(folder, path));
  if (real === undefined) return undefined;
  if (real === UNREADABLE) return unreadable(shown);
  if (!real.startsWith((await realpath(folder)) + sep)) {
    return problem(shown, "schema-outside-folder", `${shown} leads out of the schema folder of its provider`, "Put a copy of the file in the folder instead of a link");
  }
  const bytes = await readRegularFile(real).catch(() => undefined);
  if (bytes === undefined) return unreadable(shown);
  const text = decode(bytes);
  if (text === undefined) return problem(shown, "schema-not-utf8", `${shown} is not valid UTF-8`, "Save it as UTF-8");
  return parse(path, shown, text);
}

/** A path as people are shown it: relative to the working directory, forward slashes. */
export function showPath(path: string, cwd: string): string {
  return quote(relative(cwd, path).replaceAll("\\", "/")).slice(1, -1);
}

/** The path once links are followed, or undefined when nothing is there. */
async function realPath(path: string): Promise<string | typeof UNREADABLE | undefined> {
  try {
    return await realpath(path);
  } catch (error) {
    return ABSENT.has(errorCode(error)) ? undefined : UNREADABLE;
  }
}

const UNREADABLE = Symbol("unreadable");

/** What the system says of a path that leads to nothing. */
const ABSENT: ReadonlySet<string> = new Set(["ENOENT", "ENOTDIR", "ENAMETOOLONG"]);

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function parse(path: string, shown: string, text: string): SchemaFile | Problem {
  try {
    return { path, shown, text, root: parseJson(text) };
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    return problemAt({ shown, text }, error.offset, { code: error.code, message: `${shown} ${error.message}`, hint: HINTS[error.code] });
  }
}

const HINTS: Readonly<Record<JsonError["code"], string>> = {
  "invalid-json": "Schemas are strict JSON: no comments, no trailing commas, one value",
  "duplicate-key": "Keep one of the two",
  "schema-too-deep": "Move inner schemas to definitions and point at them with $ref",
};

function unreadable(shown: string): Problem {
  return problem(shown, "schema-unreadable", `${shown} cannot be read: it is not a regular file of at most 16 MiB that you may read`, "Check the file, and split it if it is too large");
}

function problem(file: string, code: string, message: string, hint: string): Problem {
  return { code, severity: "error", message, hint, at: { file } };
}
