import { resolve } from "node:path";
import { GenerateError } from "../errors.js";
import { errorCode } from "../schema/error-code.js";
import { JsonError } from "../schema/json-error.js";
import type { JsonNode } from "../schema/json-node.js";
import { parseJson } from "../schema/parse-json.js";
import { readRegularFile } from "../schema/read-regular-file.js";
import { showPath } from "../schema/read-schema-file.js";
import { problemAt } from "../schema/schema-file.js";

/** A file that the user names on the command line. */
export interface InputFile {
  /** As people are shown it. */
  readonly shown: string;
  readonly text: string;
}

/** Reads a file from `cwd`. Throws a GenerateError when it is not there, is no regular file of at most 16 MiB, or is not UTF-8. */
export async function readInputFile(path: string, cwd: string): Promise<InputFile> {
  const file = resolve(cwd, path);
  const shown = showPath(file, cwd);
  const bytes = await readRegularFile(file).catch((error: unknown) => {
    const why = errorCode(error) === "ENOENT" ? "is not there" : `cannot be read (${errorCode(error)})`;
    throw refused("unreadable-file", shown, `${shown} ${why}`, "Check the path");
  });
  if (bytes === undefined) throw refused("unreadable-file", shown, `${shown} is not a regular file of at most 16 MiB`, "Name a file, and make it smaller if it is too large");
  try {
    return { shown, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    throw refused("not-utf8", shown, `${shown} is not UTF-8 text`, "Save it with the encoding UTF-8");
  }
}

/** The JSON value of a file. Throws a GenerateError with the place where it is none. */
export function parseInput(file: InputFile): JsonNode {
  try {
    return parseJson(file.text);
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    const hint = error.code === "invalid-json" ? "Give it as it was sent: strict JSON, one value" : "Leave out what is wrong with it";
    throw new GenerateError([problemAt(file, error.offset, { code: error.code, message: `${file.shown} ${error.message}`, hint })]);
  }
}

function refused(code: string, file: string, message: string, hint: string): GenerateError {
  return new GenerateError([{ code, severity: "error", message, hint, at: { file } }]);
}
