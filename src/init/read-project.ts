import { readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { GenerateError } from "../errors.js";
import { readSmallFile } from "../write/read-small-file.js";
import { type PackageManager, packageManagers } from "./package-managers.js";
import type { Project } from "./project.js";

/** Bytes of a package.json: no real one comes near. */
const LARGEST = 4 * 1024 * 1024;

/** Reads what a folder tells about the application in it. Throws a GenerateError when its package.json is no JSON object. */
export async function readProject(cwd: string): Promise<Project> {
  const manifest = await readManifest(join(cwd, "package.json"));
  const packages = ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"].flatMap((key) => Object.keys(toObject(manifest[key])));
  const [top, inSource] = await Promise.all([namesIn(cwd), namesIn(join(cwd, "src"))]);
  const said = /^(npm|pnpm|yarn|bun)@/.exec(String(manifest["packageManager"]))?.[1] as PackageManager | undefined;
  return {
    packages: new Set(packages),
    entries: new Set([...top, ...inSource.map((name) => `src/${name}`)]),
    isModule: manifest["type"] === "module",
    packageManager: said ?? (await lockedBy(cwd)) ?? "npm",
  };
}

async function readManifest(path: string): Promise<Readonly<Record<string, unknown>>> {
  const text = await readSmallFile(path, LARGEST);
  try {
    return toObject(JSON.parse((text ?? "{}").replace(/^\uFEFF/, "")));
  } catch {
    throw new GenerateError([{ code: "invalid-json", severity: "error", message: "package.json is not valid JSON.", hint: "Correct it: what your application uses is read from it.", at: { file: "package.json" } }]);
  }
}

/** The package manager whose lock file is the nearest: in a workspace it stands above. */
async function lockedBy(folder: string): Promise<PackageManager | undefined> {
  const names = await namesIn(folder);
  const found = (Object.keys(packageManagers) as PackageManager[]).find((name) => packageManagers[name].locks.some((lock) => names.includes(lock)));
  const parent = dirname(folder);
  return found ?? (parent === folder ? undefined : lockedBy(parent));
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => []);
}

function toObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
