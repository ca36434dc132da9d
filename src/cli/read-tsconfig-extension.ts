import type { ImportExtension } from "../flags.js";

/**
 * How the tsconfig that governs a folder wants relative imports written. `js` compiles under every setting, so it is
 * the answer where there is no tsconfig or none that can be read.
 */
export async function readTsconfigExtension(folder: string): Promise<ImportExtension> {
  const { getTsconfig } = await import("get-tsconfig");
  try {
    const { compilerOptions = {} } = getTsconfig(folder)?.config ?? {};
    if (compilerOptions.allowImportingTsExtensions || compilerOptions.rewriteRelativeImportExtensions) return "ts";
    const setting = compilerOptions.moduleResolution ?? compilerOptions.module ?? "";
    return NEEDS_NO_ENDING.has(setting.toLowerCase()) ? "none" : "js";
  } catch {
    return "js";
  }
}

/** Values of `moduleResolution` and `module` under which people leave the ending out. */
const NEEDS_NO_ENDING: ReadonlySet<string> = new Set(["bundler", "preserve", "node", "node10", "classic", "commonjs"]);
