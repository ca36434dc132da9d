import { chmod, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { GenerateError } from "../errors.js";
import { diskProblem } from "./disk-problem.js";
import { removeLeftovers, temporaryFile } from "./temporary-file.js";
import type { FileChange, WritePlan } from "./write-plan.js";

/**
 * Carries out a plan. All texts are on disk under temporary names before the first file is replaced,
 * so a full disk or a stop changes nothing and a reader never sees half a file. Throws a GenerateError.
 *
 * @param stop - Until the first file is replaced it ends the work, which leaves nothing behind
 */
export async function applyWrites(plan: WritePlan, stop?: AbortSignal): Promise<void> {
  await Promise.all([...new Set(plan.changes.map(({ target }) => dirname(target)))].map(removeLeftovers));
  const written = plan.changes.filter(({ change }) => change === "created" || change === "changed");
  const staged = written.map((change) => ({ change, temporary: temporaryFile(change.target) }));
  try {
    for (const { change, temporary } of staged) {
      stop?.throwIfAborted();
      await onDisk(change, () => stage(change, temporary));
    }
    stop?.throwIfAborted();
    for (const { change, temporary } of staged) await onDisk(change, () => rename(temporary, change.target));
  } finally {
    // After success they are gone already; a failure to clean up must not hide the reason.
    await Promise.allSettled(staged.map(({ temporary }) => rm(temporary, { force: true })));
  }
  for (const change of plan.changes) {
    // Another run may have removed it first.
    if (change.change === "removed") await onDisk(change, () => rm(change.target, { force: true }));
  }
}

async function stage({ target, after, mode }: FileChange, temporary: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  await writeFile(temporary, after, { flag: "wx" });
  if (mode !== undefined) await chmod(temporary, mode);
}

async function onDisk({ path }: FileChange, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw new GenerateError([diskProblem(error, path)]);
  }
}
