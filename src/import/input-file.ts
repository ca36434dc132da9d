import { GenerateError } from "../errors.js";
import { JsonError } from "../schema/json-error.js";
import type { JsonNode } from "../schema/json-node.js";
import { parseJson } from "../schema/parse-json.js";
import { problemAt } from "../schema/schema-file.js";
import { readInputBytes } from "./input-bytes.js";

/** A file that the user names on the command line. */
export interface InputFile {
  /** As people are shown it. */
  readonly shown: string;
  readonly text: string;
}

/** Reads a file from `cwd`. Throws a GenerateError when it is not there, is no regular file of at most 16 MiB, or is not UTF-8. */
export async function readInputFile(path: string, cwd: string): Promise<InputFile> {
  const { shown, bytes } = await readInputBytes(path, cwd);
  try {
    return { shown, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    throw new GenerateError([{ code: "not-utf8", severity: "error", message: `${shown} is not UTF-8 text`, hint: "Save it with the encoding UTF-8", at: { file: shown } }]);
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
