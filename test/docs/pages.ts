import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { packageRoot } from "../../src/package-root.js";

/** A page that users read. */
export interface Page {
  /** From the repository's root, such as `docs/scaling.md`. */
  readonly path: string;
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** A block of code on a page. */
export interface Block {
  /** `ts`, `yaml`, `sh` …; empty for none. */
  readonly language: string;
  readonly text: string;
  /** `docs/scaling.md:32`, to find it again. */
  readonly at: string;
}

const root = packageRoot();
const FOLDERS = ["docs", "examples", "tools", ".github"];
const TOP = ["README.md", "CONTRIBUTING.md", "SECURITY.md", "AGENTS.md", "src/runtime/README.md"];

/** Every page in Markdown, but for those that are made: the API's, and the errors', whose examples are run as they are made. */
export function readWrittenPages(): readonly Page[] {
  return readPages().filter(({ path }) => !path.startsWith("docs/errors/"));
}

/** Those, and the pages of errors. */
export function readPages(): readonly Page[] {
  const found = FOLDERS.flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((path) => `${folder}/${path.replaceAll("\\", "/")}`));
  const pages = found.filter((path) => path.endsWith(".md") && !/node_modules|^docs\/(?:api|\.vitepress)\/|\/\.next\//.test(path));
  return [...TOP, ...pages.toSorted()].map((path) => readPage(join(root, path)));
}

function readPage(file: string): Page {
  const path = relative(root, file).replaceAll("\\", "/");
  const text = readFileSync(file, "utf8");
  const blocks = [...text.matchAll(/^( *)```(\w*)[^\n]*\n(.*?)^ *```$/gms)].map(({ 1: indent = "", 2: language = "", 3: code = "", index }) => ({
    language,
    text: code.replaceAll(new RegExp(`^ {${indent.length}}`, "gm"), ""),
    at: `${path}:${text.slice(0, index).split("\n").length}`,
  }));
  return { path, text, blocks };
}
