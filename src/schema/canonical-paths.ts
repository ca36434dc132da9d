import { realpathSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { SchemaFolder } from "./read-schema-file.js";

/**
 * Finds the one path of a file in the folder, links followed: links to folders could give each file any number of
 * paths. A path that leads to nothing or out of the folder stays as it is, and is refused when it is read.
 */
export class CanonicalPaths {
  readonly #folder: string;
  readonly #real: string;
  readonly #known = new Map<string, string>();

  constructor({ folder }: SchemaFolder) {
    this.#folder = folder;
    this.#real = realPath(folder) ?? folder;
  }

  of(path: string): string {
    const known = this.#known.get(path) ?? this.#find(path);
    this.#known.set(path, known);
    return known;
  }

  #find(path: string): string {
    const real = realPath(join(this.#folder, path));
    return real?.startsWith(this.#real + sep) ? relative(this.#real, real).replaceAll(sep, "/") : path;
  }
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}
