import { readFile, realpath, stat } from "node:fs/promises";
import { basename, relative, resolve, sep } from "node:path";
import { GenerateError } from "../errors.js";
import type { Finding } from "./problem-log.js";
import { shownPath } from "./provider-folders.js";
import { YamlText } from "./yaml-text.js";

const mostBytes = 1024 * 1024;

/**
 * Reads `<root>/<path>`, or answers undefined when it is not there.
 * Throws a GenerateError when it leads out of `root`, is no file, is over 1 MiB or is not UTF-8.
 */
export async function readYamlFile(cwd: string, root: string, path: string): Promise<YamlText | undefined> {
  const file = resolve(cwd, root, path);
  const shownAs = shownPath(cwd, file);
  const bytes = await readInside(resolve(cwd, root), file).catch((error: unknown) => {
    if (error instanceof Refusal)
      throw new GenerateError([{ ...error.finding, severity: "error", at: { file: shownAs } }]);
    const code = errorCode(error);
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    const finding = {
      code: "unreadable-file",
      message: `${shownAs} cannot be read (${code})`,
      hint: "Check its permissions.",
    };
    throw new GenerateError([{ ...finding, severity: "error", at: { file: shownAs } }]);
  });
  return bytes === undefined ? undefined : new YamlText(shownAs, decode(bytes, shownAs));
}

class Refusal extends Error {
  readonly finding: Finding;

  constructor(code: string, message: string, hint: string) {
    super(message);
    this.finding = { code, message, hint };
  }
}

async function readInside(root: string, file: string): Promise<Uint8Array> {
  const [realRoot, realFile] = await Promise.all([realpath(root), realpath(file)]);
  const inside = relative(realRoot, realFile);
  if (inside === ".." || inside.startsWith(`..${sep}`) || resolve(realRoot, inside) !== realFile) {
    throw new Refusal(
      "path-outside",
      `${basename(file)} is a link out of its folder`,
      "Put the file itself there.",
    );
  }
  const entry = await stat(realFile);
  if (!entry.isFile()) throw new Refusal("not-a-file", `${basename(file)} is not a file`, "Put a YAML file there.");
  if (entry.size > mostBytes)
    throw new Refusal("file-too-large", `${basename(file)} is larger than 1 MiB`, "Make it smaller.");
  return readFile(realFile);
}

function errorCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown";
}

function decode(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const message = `${file} is not UTF-8 text`;
    throw new GenerateError([
      { code: "not-utf8", severity: "error", message, hint: "Save it with the encoding UTF-8.", at: { file } },
    ]);
  }
}
