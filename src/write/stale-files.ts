import { join } from "node:path";
import { readSmallFile } from "./read-small-file.js";
import { sealState } from "./seal.js";
import { isSharedFile } from "./shared-file.js";
import { shownPath } from "./shown-path.js";
import { toLf } from "./to-lf.js";
import { typeScriptFiles } from "./typescript-files.js";
import type { FileChange, WriteOptions } from "./write-plan.js";
import { writtenAs } from "./written-as.js";

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
      const text = await readSmallFile(target);
      if (text === undefined || sealState(text) !== "generated" || isCopy(folder, name, text)) continue;
      const before = toLf(text);
      changes.push({ change: "removed", path: shownPath(cwd, target), target, before, after: "" });
    }
  }
  return changes;
}

/** Whether a person put the file there: the generator would not have called it so. */
function isCopy(folder: string, name: string, text: string): boolean {
  const path = writtenAs(text);
  return path === undefined ? !isSharedFile(name) : path !== `${folder}/${name}`;
}
