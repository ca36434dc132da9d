import { dirname, join } from "node:path";
import { readSmallFile } from "../write/read-small-file.js";

/** What is read of a package.json. */
export type Manifest = Readonly<Record<string, unknown>>;

/** The manifest of a package as Node would find it from a folder; undefined when it is not installed. */
export async function installedPackage(name: string, folder: string): Promise<Manifest | undefined> {
  const found = await readManifest(join(folder, "node_modules", name));
  const parent = dirname(folder);
  return found ?? (parent === folder ? undefined : installedPackage(name, parent));
}

/** The manifest in a folder; undefined when there is none that can be read. */
export async function readManifest(folder: string): Promise<Manifest | undefined> {
  const text = await readSmallFile(join(folder, "package.json")).catch(() => undefined);
  try {
    const value: unknown = JSON.parse(text ?? "");
    return typeof value === "object" && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
