import type { PackageManager } from "./package-managers.js";

/** What a folder tells about the application in it. */
export interface Project {
  /** Every package that its package.json names. */
  readonly packages: ReadonlySet<string>;
  /** The files and folders in it, and those in `src` as `src/app`. */
  readonly entries: ReadonlySet<string>;
  /** Whether its package.json makes its files ES modules. */
  readonly isModule: boolean;
  readonly packageManager: PackageManager;
}
