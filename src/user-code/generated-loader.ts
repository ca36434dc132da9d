import { readSmallFile } from "../write/read-small-file.js";
import type { GeneratedHandler } from "./generated-handler.js";
import { readGeneratedHandler } from "./read-generated-handler.js";
import { importResolver } from "./resolve-import.js";

/** The generated class that an import of a file leads to; undefined where it leads elsewhere. Both paths are absolute. */
export async function generatedLoader(file: string, cwd: string): Promise<(specifier: string) => Promise<GeneratedHandler | undefined>> {
  const resolve = await importResolver(file, cwd);
  const known = new Map<string, Promise<GeneratedHandler | undefined>>();
  return (specifier) => {
    const loaded = known.get(specifier) ?? load(resolve(specifier));
    known.set(specifier, loaded);
    return loaded;
  };
}

async function load(path: string | undefined): Promise<GeneratedHandler | undefined> {
  const text = path === undefined ? undefined : await readSmallFile(path);
  return path === undefined || text === undefined ? undefined : readGeneratedHandler(text, path);
}
