import { stat } from "node:fs/promises";
import { dirname, join } from "node:path";

/**
 * The tsconfig that governs a folder: the nearest one in its package, or up to the working directory where there is no
 * package. Undefined when there is none.
 */
export async function findTsconfig(folder: string, cwd: string): Promise<string | undefined> {
  const folders = parentsOf(folder);
  const packageAt = await firstWith("package.json", folders);
  // What stands above a project is not about it.
  const last = folders.indexOf(packageAt ?? cwd);
  const found = await firstWith("tsconfig.json", folders.slice(0, last + 1));
  return found && join(found, "tsconfig.json");
}

/** A folder and all above it. */
function parentsOf(folder: string): readonly string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...parentsOf(parent)];
}

async function firstWith(name: string, folders: readonly string[]): Promise<string | undefined> {
  for (const folder of folders) {
    const entry = await stat(join(folder, name)).catch(() => undefined);
    if (entry?.isFile()) return folder;
  }
  return undefined;
}
