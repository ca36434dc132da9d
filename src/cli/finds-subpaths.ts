import { readCompilerOptions } from "../read-compiler-options.js";
import { findTsconfig } from "../find-tsconfig.js";

/**
 * Whether TypeScript, as the tsconfig of a folder has it, finds what packages export below their name, such as
 * `@smart-webhooks/runtime/express`. True where that cannot be told.
 */
export async function findsSubpaths(folder: string, cwd: string): Promise<boolean> {
  try {
    const tsconfig = await findTsconfig(folder, cwd);
    const options = tsconfig === undefined ? {} : await readCompilerOptions(tsconfig);
    const setting = options["moduleResolution"] ?? options["module"];
    return typeof setting !== "string" || !LOOKS_AT_FILES_ONLY.has(setting.toLowerCase());
  } catch {
    return true;
  }
}

/** `commonjs` alone stands for `node10` before TypeScript 6. */
const LOOKS_AT_FILES_ONLY: ReadonlySet<string> = new Set(["node", "node10", "classic", "commonjs"]);
