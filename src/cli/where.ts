import { statSync } from "node:fs";
import { join, resolve } from "node:path";
import { GenerateError } from "../errors.js";
import { packageRoot } from "../package-root.js";
import type { Io } from "./io.js";
import type { PrinterOptions } from "./printer.js";

/** The options every command takes, before or after its name. */
export interface GlobalOptions extends PrinterOptions {
  readonly cwd?: string;
  readonly providersDir?: string;
}

/** The folders a command works in. All absolute. */
export interface Where {
  readonly cwd: string;
  /** The user's `providers/`. Their schemas stand beside it. */
  readonly providersDir: string;
  /** The `providers/` of this package. */
  readonly builtinDir: string;
}

/** Reads the folders from the options, then the environment, then the defaults. Throws when `--cwd` is no folder. */
export function readWhere(options: GlobalOptions, io: Io): Where {
  const cwd = resolve(io.cwd, options.cwd ?? ".");
  if (!isFolder(cwd)) throw noSuchFolder(options.cwd ?? cwd);
  // An option or variable left empty by a script means the default.
  const providers = options.providersDir || io.env["SMART_WEBHOOKS_PROVIDERS_DIR"] || "providers";
  return { cwd, providersDir: resolve(cwd, providers), builtinDir: join(packageRoot(), "providers") };
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function noSuchFolder(name: string): GenerateError {
  return new GenerateError([
    {
      code: "no-such-folder",
      severity: "error",
      message: `There is no folder ${name} to work in.`,
      hint: "Give an existing folder with --cwd, or leave it out.",
    },
  ]);
}
