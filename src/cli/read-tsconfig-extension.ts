import { findTsconfig } from "../find-tsconfig.js";
import type { ImportExtension } from "../flags.js";
import { readCompilerOptions } from "../read-compiler-options.js";

/**
 * How the tsconfig that governs a folder wants relative imports written: the nearest one in its package, or up to the
 * working directory where there is no package. `js` compiles under every setting, so it is the answer where there is
 * no tsconfig or none that can be read.
 */
export async function readTsconfigExtension(folder: string, cwd: string): Promise<ImportExtension> {
  try {
    const tsconfig = await findTsconfig(folder, cwd);
    const options = tsconfig === undefined ? {} : await readCompilerOptions(tsconfig);
    if (options["allowImportingTsExtensions"] || options["rewriteRelativeImportExtensions"]) return "ts";
    const setting = options["moduleResolution"] ?? options["module"];
    return typeof setting === "string" && NEEDS_NO_ENDING.has(setting.toLowerCase()) ? "none" : "js";
  } catch {
    return "js";
  }
}

/** Values of `moduleResolution` and `module` under which people leave the ending out. */
const NEEDS_NO_ENDING: ReadonlySet<string> = new Set(["bundler", "preserve", "node", "node10", "classic", "commonjs"]);
