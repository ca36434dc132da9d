import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, isAbsolute, join } from "node:path";
import { packageRoot } from "../src/package-root.js";

/** What comes into node_modules with a package, itself included. */
export interface InstalledSize {
  readonly packages: number;
  readonly bytes: number;
}

const bench = join(packageRoot(), "bench");

/** The packages that one package, named or in a folder, brings: found as node finds them, as far as npm installs them by itself. Throws an Error when one is missing. */
export function installedSize(nameOrFolder: string): InstalledSize {
  const folders = new Set([isAbsolute(nameOrFolder) ? nameOrFolder : (folderOf(nameOrFolder, bench) ?? missing(nameOrFolder))]);
  // A Set's iterator also visits what is added on the way.
  for (const folder of folders) {
    const { dependencies = {}, optionalDependencies = {} } = readManifest(folder);
    for (const other of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const found = folderOf(other, folder);
      if (found !== undefined) folders.add(found);
      else if (!(other in optionalDependencies)) missing(other);
    }
  }
  return { packages: folders.size, bytes: [...folders].reduce((total, folder) => total + sizeOf(folder), 0) };
}

function folderOf(name: string, from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const found = join(folder, "node_modules", name);
    if (existsSync(found)) return found;
    if (folder === dirname(folder)) return undefined;
  }
}

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly files?: readonly string[];
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
}

/** Only what is published: ours are links to folders that hold more. */
function sizeOf(folder: string): number {
  const { files } = readManifest(folder);
  const isOurs = !folder.includes("node_modules") || existsSync(join(folder, "tsconfig.json"));
  const parts = isOurs && files ? [...files, "package.json", "README.md"].map((file) => join(folder, file)) : [folder];
  return parts.reduce((total, part) => total + bytesIn(part), 0);
}

function bytesIn(path: string): number {
  if (!existsSync(path)) return 0;
  const entry = statSync(path);
  if (!entry.isDirectory()) return entry.size;
  return readdirSync(path).reduce((total, name) => (name === "node_modules" ? total : total + bytesIn(join(path, name))), 0);
}

function missing(name: string): never {
  throw new Error(`${name} is not installed`);
}
