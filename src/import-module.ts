import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { refused } from "./errors.js";
import { firstLine } from "./first-line.js";

/**
 * Imports a module of the user's and answers what it exports: TypeScript through the tsx that the project has. `wanted` says
 * what to name where there is no such file.
 *
 * @throws GenerateError when it is not there or does not load
 */
export async function importModule(file: string, cwd: string, wanted: string): Promise<Readonly<Record<string, unknown>>> {
  const path = resolve(cwd, file);
  if (!existsSync(path)) throw refused("no-such-file", `There is no file ${file}.`, wanted);
  const isTypeScript = /\.[cm]?tsx?$/.test(file);
  const tsx = isTypeScript ? findTsx(path) : undefined;
  try {
    if (tsx !== undefined) await import(pathToFileURL(tsx).href);
    return (await import(pathToFileURL(path).href)) as Readonly<Record<string, unknown>>;
  } catch (error) {
    throw refused("module-failed", `${file} could not be loaded: ${firstLine(error)}`, adviseLoading(isTypeScript, tsx !== undefined));
  }
}

/** Node by itself follows no "./handler.js" to the handler.ts that is meant. Importing tsx is all it takes. */
function findTsx(path: string): string | undefined {
  try {
    return createRequire(path).resolve("tsx");
  } catch {
    return undefined;
  }
}

function adviseLoading(isTypeScript: boolean, hasTsx: boolean): string {
  if (!isTypeScript) return "See that node runs it by itself.";
  return hasTsx ? "See that tsx runs it by itself." : "To load TypeScript, npm install --save-dev tsx; else name its compiled JavaScript.";
}
