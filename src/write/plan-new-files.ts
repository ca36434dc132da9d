import { lstat, readFile } from "node:fs/promises";
import { join } from "node:path";
import { GenerateError, type Problem } from "../errors.js";
import { blockedFolder } from "./blocked-folder.js";
import { diskProblem } from "./disk-problem.js";
import type { GeneratedFile } from "./generated-file.js";
import { ifExists } from "./if-exists.js";
import { LARGEST_FILE } from "./read-small-file.js";
import { shownPath } from "./shown-path.js";
import type { FileChange, WriteOptions, WritePlan } from "./write-plan.js";

/**
 * Compares files that are the user's from now on with the disk, and writes nothing. What stands there is theirs: it is
 * replaced with `force` only. Throws a GenerateError with every file that may not be written.
 */
export async function planNewFiles(files: readonly GeneratedFile[], options: WriteOptions): Promise<WritePlan> {
  const blocked = await blockedFolder(options);
  if (blocked !== undefined) throw new GenerateError([blocked]);
  const changes: FileChange[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    const planned = await planFile(file, options);
    if ("change" in planned) changes.push(planned);
    else problems.push(planned);
  }
  if (problems.length > 0) throw new GenerateError(problems);
  return { changes };
}

async function planFile({ path: name, text }: GeneratedFile, { output, cwd, force }: WriteOptions): Promise<FileChange | Problem> {
  const target = join(output, name);
  const path = shownPath(cwd, target);
  try {
    const entry = await ifExists(lstat(target));
    if (entry === undefined) return { change: "created", path, target, before: "", after: text };
    if (!entry.isFile()) return refusal("not-a-file", path, `${path} is a link, a folder or a device.`, "Move it away.");
    const isSame = entry.size <= LARGEST_FILE && (await readFile(target, "utf8")) === text;
    if (isSame) return { change: "unchanged", path, target, before: text, after: text };
    if (!force) return refusal("file-exists", path, `${path} is there already and is left alone.`, "Replace it with --force, or move it away.");
    return { change: "changed", path, target, before: "", after: text, mode: entry.mode & 0o7777 };
  } catch (error) {
    return diskProblem(error, path);
  }
}

function refusal(code: string, file: string, message: string, hint: string): Problem {
  return { code, severity: "error", message, hint, at: { file } };
}
