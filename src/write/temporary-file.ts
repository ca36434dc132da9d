import { randomBytes } from "node:crypto";
import { lstat, readdir, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/**
 * A new name to write a file under before it takes its place. In the target's own folder: a rename is only atomic
 * within one file system. Not `.ts`: nothing else may pick it up.
 */
export function temporaryFile(target: string): string {
  return join(dirname(target), `.${basename(target)}.${randomBytes(6).toString("hex")}.tmp`);
}

/** Removes what a run that was killed left in a folder. Never fails: it is no reason not to write. */
export async function removeLeftovers(folder: string): Promise<void> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => FORM.test(name));
  await Promise.allSettled(names.map((name) => removeIfOld(join(folder, name))));
}

const FORM = /^\..+\.(?:ts|json|yaml|example)\.[0-9a-f]{12}\.tmp$/;

/** No run takes that long between a file's first byte and its renaming. Milliseconds. */
const LEFT_AFTER = 60_000;

async function removeIfOld(path: string): Promise<void> {
  const entry = await lstat(path);
  if (entry.isFile() && Date.now() - entry.mtimeMs > LEFT_AFTER) await rm(path);
}
