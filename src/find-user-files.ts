import { type Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** The TypeScript files of a project. */
export interface UserFiles {
  readonly files: readonly FoundFile[];
  /** There are more, which were not looked at. */
  readonly isCut: boolean;
}

/** A file and when it was last written, in Unix milliseconds. */
export interface FoundFile {
  readonly path: string;
  readonly writtenAt: number;
}

/** Folders and files that are looked at: no project that one person works in comes near. */
const MOST_FOLDERS = 2000;
const MOST_FILES = 5000;

/** Finds TypeScript sources below a folder, by name. Hidden folders, dependencies and built files are left out; symlinks are not followed. */
export async function findUserFiles(cwd: string): Promise<UserFiles> {
  const folders = [cwd];
  const paths: string[] = [];
  // The list grows on the way.
  for (const folder of folders) {
    if (folders.length > MOST_FOLDERS || paths.length >= MOST_FILES) break;
    for (const entry of await entriesOf(folder)) {
      if (entry.isDirectory() && isSearched(entry.name)) folders.push(join(folder, entry.name));
      if (entry.isFile() && isSource(entry.name)) paths.push(join(folder, entry.name));
    }
  }
  const files: FoundFile[] = [];
  for (const path of paths.slice(0, MOST_FILES)) {
    const entry = await stat(path).catch(() => undefined);
    if (entry !== undefined) files.push({ path, writtenAt: entry.mtimeMs });
  }
  return { files, isCut: folders.length > MOST_FOLDERS || paths.length >= MOST_FILES };
}

async function entriesOf(folder: string): Promise<readonly Dirent[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

function isSearched(name: string): boolean {
  return !name.startsWith(".") && !["node_modules", "dist"].includes(name);
}

function isSource(name: string): boolean {
  return /\.[cm]?tsx?$/.test(name) && !/\.d\.[cm]?ts$/.test(name);
}
