import { relative, resolve, sep } from "node:path";

/** Where providers are looked up. Relative folders are taken from `cwd`. */
export interface ProviderFolders {
  readonly cwd: string;
  /** The user's `providers/`: comes first. */
  readonly providersDir: string;
  /** The package's `providers/`. */
  readonly builtinDir: string;
  /** Where the trees of the built-in files were put when the package was built. Need not exist. */
  readonly packedDir?: string;
}

/** A path as messages show it: relative to the working directory, forward slashes. */
export function shownPath(cwd: string, path: string): string {
  return relative(cwd, resolve(cwd, path)).split(sep).join("/");
}
