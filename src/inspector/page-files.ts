import { readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { packageRoot } from "../package-root.js";

/** A file of the page. */
export interface PageFile {
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** What the page is made of. */
const TYPES: ReadonlyMap<string, string> = new Map([
  [".html", "text/html; charset=utf-8"],
  [".css", "text/css; charset=utf-8"],
  [".svg", "image/svg+xml"],
  [".js", "text/javascript; charset=utf-8"],
]);

/** Loads the page, which stands in this package whether run from source or packed: by path, as the browser asks for its files. Nothing else is ever served. */
export async function loadPage(): Promise<ReadonlyMap<string, PageFile>> {
  const folder = join(packageRoot(), "src/inspector/page");
  const names = (await readdir(folder)).filter((name) => TYPES.has(extname(name)));
  const files = await Promise.all(names.map(async (name) => [name, { type: TYPES.get(extname(name)) ?? "", bytes: await readFile(join(folder, name)) }] as const));
  return new Map(files.map(([name, file]) => [name === "index.html" ? "/" : `/${name}`, file]));
}
