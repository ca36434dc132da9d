import { lstat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { GenerateError, type Problem } from "../errors.js";
import { planNewFiles } from "./plan-new-files.js";
import { shownPath } from "./shown-path.js";
import type { GeneratedFile } from "./generated-file.js";
import type { FileChange } from "./write-plan.js";

/** Files that are the user's as soon as they are there. */
export interface OncePlan {
  readonly changes: readonly FileChange[];
  /** Those that are there: not looked into. As shown to the user. */
  readonly kept: readonly string[];
}

/** What writing files below a folder does that are written once. Throws a GenerateError with every one that may not be written. */
export async function planOnce(files: readonly GeneratedFile[], cwd: string): Promise<OncePlan> {
  const changes: FileChange[] = [];
  const kept: string[] = [];
  const problems: Problem[] = [];
  for (const { path, text } of files) {
    const target = join(cwd, path);
    const entry = await lstat(target).catch(() => undefined);
    if (entry?.isFile() || entry?.isSymbolicLink()) kept.push(shownPath(cwd, target));
    else {
      try {
        const plan = await planNewFiles([{ path: basename(target), text }], { output: dirname(target), cwd, folders: [], force: false });
        changes.push(...plan.changes);
      } catch (error) {
        if (!(error instanceof GenerateError)) throw error;
        problems.push(...error.problems);
      }
    }
  }
  if (problems.length > 0) throw new GenerateError(problems);
  return { changes, kept };
}
