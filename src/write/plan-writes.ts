import { join } from "node:path";
import type { Problem } from "../errors.js";
import { GenerateError } from "../errors.js";
import { blockedFolder } from "./blocked-folder.js";
import { diskProblem } from "./disk-problem.js";
import type { GeneratedFile } from "./generated-file.js";
import { planFile } from "./plan-file.js";
import { shownPath } from "./shown-path.js";
import { staleFiles } from "./stale-files.js";
import { unsafePaths } from "./unsafe-paths.js";
import type { FileChange, WriteOptions, WritePlan } from "./write-plan.js";

/** Compares the files with the disk and writes nothing. Throws a GenerateError with every file that may not be written. */
export async function planWrites(files: readonly GeneratedFile[], options: WriteOptions): Promise<WritePlan> {
  refuse(unsafePaths(files, options.folders));
  refuse((await blockedFolder(options)) ?? []);
  const changes = await planFiles(files, options);
  const stale = options.isPartial ? [] : await planStale(changes, options);
  return { changes: [...changes, ...stale] };
}

async function planFiles(files: readonly GeneratedFile[], options: WriteOptions): Promise<readonly FileChange[]> {
  const changes: FileChange[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    try {
      changes.push(await planFile(file, options));
    } catch (error) {
      const path = shownPath(options.cwd, join(options.output, file.path));
      problems.push(...problemsOf(error, path));
    }
  }
  refuse(problems);
  return changes;
}

async function planStale(changes: readonly FileChange[], options: WriteOptions): Promise<readonly FileChange[]> {
  const made = changes.map((change) => change.target);
  try {
    return await staleFiles(made, options);
  } catch (error) {
    throw new GenerateError(problemsOf(error, shownPath(options.cwd, options.output)));
  }
}

function problemsOf(error: unknown, path: string): readonly Problem[] {
  return error instanceof GenerateError ? error.problems : [diskProblem(error, path)];
}

function refuse(problems: Problem | readonly Problem[]): void {
  const all = [problems].flat();
  if (all.length > 0) throw new GenerateError(all);
}
