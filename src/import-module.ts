import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { GenerateError } from "./errors.js";
import { firstLine } from "./first-line.js";

/**
 * Imports a module of the user's and answers what it exports. `wanted` says what to name where there is no such file.
 *
 * @throws GenerateError when it is not there or does not load
 */
export async function importModule(file: string, cwd: string, wanted: string): Promise<Readonly<Record<string, unknown>>> {
  const path = resolve(cwd, file);
  if (!existsSync(path)) throw problem("no-such-file", `There is no file ${file}.`, wanted);
  try {
    return (await import(pathToFileURL(path).href)) as Readonly<Record<string, unknown>>;
  } catch (error) {
    const hint = /\.[cm]?ts$/.test(file) ? "Name its compiled JavaScript, or load TypeScript with NODE_OPTIONS='--import tsx'." : "See that node runs it by itself.";
    throw problem("module-failed", `${file} could not be loaded: ${firstLine(error)}`, hint);
  }
}

function problem(code: string, message: string, hint: string): GenerateError {
  return new GenerateError([{ code, severity: "error", message, hint }]);
}
