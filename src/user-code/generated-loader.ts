import { readSmallFile } from "../write/read-small-file.js";
import type { GeneratedHandler } from "./generated-handler.js";
import { readGeneratedHandler } from "./read-generated-handler.js";
import { importResolver } from "./resolve-import.js";

/**
 * The generated class that an import of a file leads to; undefined where it leads elsewhere. Both paths are absolute.
 *
 * @param read - Those that were read before: a file of all events takes its time
 */
export async function generatedLoader(file: string, cwd: string, read: readonly GeneratedHandler[] = []): Promise<(specifier: string) => Promise<GeneratedHandler | undefined>> {
  const resolve = await importResolver(file, cwd);
  const known = new Map<string, Promise<GeneratedHandler | undefined>>();
  return (specifier) => {
    const loaded = known.get(specifier) ?? load(resolve(specifier), read);
    known.set(specifier, loaded);
    return loaded;
  };
}

async function load(path: string | undefined, read: readonly GeneratedHandler[]): Promise<GeneratedHandler | undefined> {
  const before = read.find((one) => one.path === path);
  if (before !== undefined) return before;
  const text = path === undefined ? undefined : await readSmallFile(path);
  return path === undefined || text === undefined ? undefined : readGeneratedHandler(text, path);
}
