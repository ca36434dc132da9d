import { lstat, realpath, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { Problem } from "../errors.js";
import { diskProblem } from "./disk-problem.js";
import { ifExists } from "./if-exists.js";
import { isInside } from "./is-inside.js";
import { shownPath } from "./shown-path.js";
import type { WriteOptions } from "./write-plan.js";

/** Finds the first folder on the way to the files that is no folder, or a symlink that leads elsewhere. */
export async function blockedFolder({ output, cwd, folders }: WriteOptions): Promise<Problem | undefined> {
  for (const step of stepsTo(output, cwd)) {
    const problem = await problemAt(step, cwd, (path) => leadsInside(path, cwd));
    if (problem !== undefined) return problem;
  }
  for (const folder of folders) {
    // One provider's folder must not be a door to another place, not even inside the project.
    const problem = await problemAt(join(output, folder), cwd, async () => false);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

// Below the working directory each step is checked, since a cloned repository can hold any symlink.
// A folder elsewhere was named by the user: only what it points to itself is asked.
function stepsTo(output: string, cwd: string): readonly string[] {
  if (!isInside(cwd, output)) return [output];
  const names = relative(cwd, output).split(sep).filter(Boolean);
  return names.map((_, index) => join(cwd, ...names.slice(0, index + 1)));
}

async function problemAt(
  path: string,
  cwd: string,
  allows: (symlink: string) => Promise<boolean>,
): Promise<Problem | undefined> {
  const shown = shownPath(cwd, path);
  try {
    const entry = await ifExists(lstat(path));
    if (entry === undefined) return undefined;
    if (entry.isSymbolicLink() && !(await allows(path))) return symlinkProblem(shown);
    return (await stat(path)).isDirectory() ? undefined : notAFolder(shown);
  } catch (error) {
    return diskProblem(error, shown);
  }
}

async function leadsInside(symlink: string, cwd: string): Promise<boolean> {
  // A symlink to nothing would be followed by whoever makes its target later.
  const target = await realpath(symlink).catch(() => undefined);
  return target !== undefined && isInside(await realpath(cwd), target);
}

function symlinkProblem(path: string): Problem {
  return {
    code: "symlink",
    severity: "error",
    message: `${path} is a symlink that leads out of the folder to write in.`,
    hint: "Put a real folder in its place, or name the real folder with --output.",
    at: { file: path },
  };
}

function notAFolder(path: string): Problem {
  return {
    code: "not-a-folder",
    severity: "error",
    message: `${path} must be a folder, but it is a file.`,
    hint: "Move the file away, or choose another folder with --output.",
    at: { file: path },
  };
}
