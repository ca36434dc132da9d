import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ifExists } from "./if-exists.js";
import { sealState } from "./seal.js";
import { shownPath } from "./shown-path.js";
import { toLf } from "./to-lf.js";
import { typeScriptFiles } from "./typescript-files.js";
import type { FileChange, WriteOptions } from "./write-plan.js";

/** Finds generated, unedited files in the owned folders that this run does not make any more. */
export async function staleFiles(made: readonly string[], options: WriteOptions): Promise<readonly FileChange[]> {
  const { output, cwd } = options;
  // Where file names ignore case, `Releases.ts` on disk is the `releases.ts` just made.
  const current = new Set(made.map((target) => target.toLowerCase()));
  const changes: FileChange[] = [];
  for (const folder of options.folders.toSorted()) {
    for (const name of await typeScriptFiles(join(output, folder))) {
      const target = join(output, folder, name);
      if (current.has(target.toLowerCase())) continue;
      // Another run may have removed it already.
      const text = await ifExists(readFile(target, "utf8"));
      if (text === undefined || sealState(text) !== "generated") continue;
      const before = toLf(text);
      changes.push({ change: "removed", path: shownPath(cwd, target), target, before, after: "" });
    }
  }
  return changes;
}
