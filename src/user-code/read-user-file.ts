import { lstat, readFile } from "node:fs/promises";
import { dirname, relative, sep } from "node:path";
import { GenerateError, type Problem } from "../errors.js";
import { blockedFolder } from "../write/blocked-folder.js";
import { diskProblem } from "../write/disk-problem.js";
import { ifExists } from "../write/if-exists.js";
import { isInside } from "../write/is-inside.js";
import { LARGEST_FILE } from "../write/read-small-file.js";
import { sealState } from "../write/seal.js";
import { shownPath } from "../write/shown-path.js";

/** A file of the user's that may be written again. */
export interface UserFile {
  /** As shown to the user. */
  readonly path: string;
  /** With its byte order mark, if it has one. */
  readonly text: string;
  /** Its permission bits. */
  readonly mode: number;
}

/** Reads a TypeScript file of the user's, to write it again. Throws a GenerateError for what may not be, or is none. */
export async function readUserFile(target: string, cwd: string): Promise<UserFile> {
  const path = shownPath(cwd, target);
  const outside = relative(cwd, target).split(sep).join("/");
  if (!isInside(cwd, target)) throw refusal("path-outside", outside, `${outside} is outside of the folder to work in.`, "Name a file of this project, or give its folder with --cwd.");
  if (!/\.[cm]?tsx?$/.test(target) || /\.d\.[cm]?ts$/.test(target)) throw refusal("not-typescript", path, `${path} is no TypeScript source file.`, "Name the .ts file that holds your class.");
  const blocked = await blockedFolder({ output: dirname(target), cwd, folders: [], force: false });
  if (blocked !== undefined) throw new GenerateError([{ ...blocked, hint: "Name the file by its real path." }]);
  try {
    const mode = await regularMode(target, path);
    return { path, text: decode(await readFile(target), path), mode };
  } catch (error) {
    throw error instanceof GenerateError ? error : new GenerateError([diskProblem(error, path)]);
  }
}

async function regularMode(target: string, path: string): Promise<number> {
  const entry = await ifExists(lstat(target));
  if (entry === undefined) throw refusal("no-such-file", path, `There is no file ${path}.`, "Write your class there first: export class MyHandler extends … {}");
  if (entry.isSymbolicLink()) throw refusal("symlink", path, `${path} is a symlink: it could lead to another file.`, "Name the file by its real path.");
  if (!entry.isFile()) throw refusal("not-a-file", path, `${path} is a folder or a device.`, "Name the file that holds your class.");
  if (entry.size > LARGEST_FILE) throw refusal("file-too-large", path, `${path} is larger than 20 MB.`, "Name the file that holds your class.");
  return entry.mode & 0o7777;
}

function decode(bytes: Uint8Array, path: string): string {
  const text = utf8(bytes);
  if (text === undefined) throw refusal("not-utf8", path, `${path} is not UTF-8: what else is in it would be lost.`, "Save it as UTF-8.");
  if (sealState(text) !== "foreign") throw refusal("generated-file", path, `${path} is generated: the next run would write over what you add.`, "Name the file that holds your own class.");
  return text;
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function refusal(code: string, file: string, message: string, hint: string): GenerateError {
  const problem: Problem = { code, severity: "error", message, hint, at: { file } };
  return new GenerateError([problem]);
}
