import { lstat, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Problem } from "../errors.js";
import { GenerateError } from "../errors.js";
import type { GeneratedFile } from "./generated-file.js";
import { ifExists } from "./if-exists.js";
import { LARGEST_FILE } from "./read-small-file.js";
import { seal, sealState } from "./seal.js";
import { shownPath } from "./shown-path.js";
import { toLf } from "./to-lf.js";
import type { FileChange, WriteOptions } from "./write-plan.js";

/** Compares one file with the disk. Throws a GenerateError when what stands there must not be replaced. */
export async function planFile(file: GeneratedFile, options: WriteOptions): Promise<FileChange> {
  const target = join(options.output, file.path);
  const path = shownPath(options.cwd, target);
  const after = seal(file.text);
  if (Buffer.byteLength(after) > LARGEST_FILE) throw refusal(tooLarge(path));
  const entry = await ifExists(lstat(target));
  if (entry === undefined) return { change: "created", path, target, before: "", after };
  if (!entry.isFile()) throw refusal(entry.isSymbolicLink() ? symlinkProblem(path) : notAFile(path));
  if (entry.size > LARGEST_FILE) throw refusal(notGenerated(path));
  const before = toLf(await readFile(target, "utf8"));
  const known = { path, target, before, after, mode: entry.mode & 0o7777 };
  if (before === after) return { change: "unchanged", ...known };
  const state = sealState(before);
  if (state === "foreign") throw refusal(notGenerated(path));
  if (state === "edited" && !options.force) throw refusal(edited(path));
  return { change: "changed", ...known };
}

function refusal(problem: Pick<Problem, "code" | "message" | "hint" | "at">): GenerateError {
  return new GenerateError([{ severity: "error", ...problem }]);
}

function symlinkProblem(path: string) {
  return {
    code: "symlink",
    message: `${path} is a symlink: it could lead to a file of yours.`,
    hint: "Remove the symlink; the generated file takes its place.",
    at: { file: path },
  };
}

function notAFile(path: string) {
  return {
    code: "not-a-file",
    message: `A generated file belongs at ${path}, but a folder or a device stands there.`,
    hint: "Move it away, or choose another folder with --output.",
    at: { file: path },
  };
}

function notGenerated(path: string) {
  return {
    code: "not-generated",
    message: `${path} was not written by smart-webhooks and is left alone.`,
    hint: "Move your file away, or choose another folder with --output.",
    at: { file: path },
  };
}

function tooLarge(path: string) {
  return {
    code: "file-too-large",
    message: `${path} would be larger than 20 MB.`,
    hint: "Choose fewer events with --events, or make the payload schemas smaller.",
    at: { file: path },
  };
}

function edited(path: string) {
  return {
    code: "generated-file-edited",
    message: `${path} was edited after it was generated.`,
    hint: "Move your changes into a subclass, then run it again with --force to replace the file.",
    at: { file: path },
  };
}
