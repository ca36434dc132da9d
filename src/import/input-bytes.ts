import { resolve } from "node:path";
import { GenerateError } from "../errors.js";
import { errorCode } from "../schema/error-code.js";
import { readRegularFile } from "../schema/read-regular-file.js";
import { showPath } from "../schema/read-schema-file.js";

/** The bytes of a file that the user names on the command line. */
export interface InputBytes {
  /** The file as people are shown it. */
  readonly shown: string;
  readonly bytes: Uint8Array;
}

/** Reads a file from `cwd`. Throws a GenerateError when it is not there, or is no regular file of at most 16 MiB. */
export async function readInputBytes(path: string, cwd: string): Promise<InputBytes> {
  const file = resolve(cwd, path);
  const shown = showPath(file, cwd);
  const bytes = await readRegularFile(file).catch((error: unknown) => {
    const why = errorCode(error) === "ENOENT" ? "is not there" : `cannot be read (${errorCode(error)})`;
    throw unreadable(shown, `${shown} ${why}`, "Check the path");
  });
  if (bytes === undefined) throw unreadable(shown, `${shown} is not a regular file of at most 16 MiB`, "Name a file, and make it smaller if it is too large");
  return { shown, bytes };
}

function unreadable(file: string, message: string, hint: string): GenerateError {
  return new GenerateError([{ code: "unreadable-file", severity: "error", message, hint, at: { file } }]);
}
