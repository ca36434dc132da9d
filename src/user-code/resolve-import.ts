import { dirname } from "node:path";
import { ts } from "ts-morph";
import { findTsconfig } from "../find-tsconfig.js";
import { readCompilerOptions } from "../read-compiler-options.js";

/** Finds the file that an import in a file leads to, as the user's TypeScript does: also by `paths`. Undefined when it finds none. */
export type ResolveImport = (specifier: string) => string | undefined;

/** Makes the resolver for the imports of one file. Both paths are absolute. */
export async function importResolver(file: string, cwd: string): Promise<ResolveImport> {
  const options = await resolutionOptions(file, cwd);
  const host = { fileExists: ts.sys.fileExists, readFile: ts.sys.readFile };
  return (specifier) => ts.resolveModuleName(specifier, file, options, host).resolvedModule?.resolvedFileName;
}

/** `bundler` finds what every other setting does: `./handler.js`, `./handler.ts` and `./handler`. */
async function resolutionOptions(file: string, cwd: string): Promise<ts.CompilerOptions> {
  const tsconfig = await findTsconfig(dirname(file), cwd);
  const written = tsconfig === undefined ? {} : await readCompilerOptions(tsconfig).catch(() => ({}));
  const folder = dirname(tsconfig ?? file);
  const { baseUrl, paths, customConditions } = ts.convertCompilerOptionsFromJson(written, folder).options;
  const aliases = { ...(baseUrl !== undefined && { baseUrl }), ...(paths && { paths, pathsBasePath: folder }), ...(customConditions && { customConditions }) };
  return { ...aliases, module: ts.ModuleKind.Preserve, moduleResolution: ts.ModuleResolutionKind.Bundler };
}
