import { lstat, readFile } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { GenerateError, type Problem } from "../errors.js";
import { blockedFolder } from "./blocked-folder.js";
import { diskProblem } from "./disk-problem.js";
import { ifExists } from "./if-exists.js";
import { shownPath } from "./shown-path.js";
import type { FileChange } from "./write-plan.js";

/** A user's file with a few words more in it. */
export interface Edit {
  /** Absolute. */
  readonly target: string;
  /** The text that was edited, without a byte order mark; undefined when there was no file. */
  readonly before: string | undefined;
  readonly after: string;
}

/**
 * What writing an edit does to the disk. Throws a GenerateError when what stands there is not the file that was edited, byte
 * for byte, or when a symlink leads to it.
 */
export async function planEdit({ target, before, after }: Edit, cwd: string): Promise<FileChange> {
  const path = shownPath(cwd, target);
  const folder = dirname(target);
  // The working directory itself was chosen by the user, wherever it leads.
  const place = folder === cwd ? { output: cwd, folders: [] } : { output: dirname(folder), folders: [basename(folder)] };
  const blocked = await blockedFolder({ ...place, cwd, force: false });
  if (blocked !== undefined) throw new GenerateError([blocked]);
  try {
    const entry = await ifExists(lstat(target));
    if (entry === undefined && before === undefined) return { change: "created", path, target, before: "", after };
    if (entry !== undefined && !entry.isFile()) throw refusal("not-a-file", path, `${path} is a link, a folder or a device.`, "Put the file itself there.");
    const bytes = entry && (await readFile(target));
    const mark = bytes?.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK) ? "\uFEFF" : "";
    if (entry === undefined || !bytes?.equals(Buffer.from(mark + before))) throw refusal("file-changed", path, `${path} is not UTF-8 text, or was changed a moment ago.`, "Save it as UTF-8, and run it again.");
    return { change: before === after ? "unchanged" : "changed", path, target, before: mark + before, after: mark + after, mode: entry.mode & 0o7777 };
  } catch (error) {
    if (error instanceof GenerateError) throw error;
    throw new GenerateError([diskProblem(error, path)]);
  }
}

const BYTE_ORDER_MARK = Buffer.from("\uFEFF");

function refusal(code: string, file: string, message: string, hint: string): GenerateError {
  return new GenerateError([{ code, severity: "error", message, hint, at: { file } } satisfies Problem]);
}
