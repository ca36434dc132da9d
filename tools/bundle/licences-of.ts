import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The licences of the packages that the bundled files are of. Paths are relative to the root. Throws an Error for a package without one. */
export function licencesOf(root: string, files: readonly string[]): string {
  const packages = new Set(files.flatMap((file) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []));
  return [...packages].toSorted().map((name) => `${name}\n\n${licenceOf(join(root, "node_modules", name)).trim()}\n`).join("\n---\n\n");
}

function licenceOf(folder: string): string {
  const file = readdirSync(folder).find((name) => /^licen[cs]e(?:\.|$)/i.test(name));
  if (file === undefined) throw new Error(`There is no licence in ${folder}`);
  return readFileSync(join(folder, file), "utf8");
}
