import { readdir } from "node:fs/promises";
import { ifExists } from "./if-exists.js";

/** The names of the TypeScript files right in a folder, sorted; none when there is no folder. Links are left out. */
export async function typeScriptFiles(folder: string): Promise<readonly string[]> {
  const entries = (await ifExists(readdir(folder, { withFileTypes: true }))) ?? [];
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => entry.name)
    .toSorted();
}
