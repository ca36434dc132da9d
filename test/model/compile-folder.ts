import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../src/package-root.js";
import { tempFolder } from "../temp-folder.js";

/** A folder of these files in which the runtime is installed. */
export function compileFolder(files: Readonly<Record<string, string>>): string {
  const folder = tempFolder({ "package.json": '{ "type": "module" }', ...files });
  symlinkSync(join(packageRoot(), "node_modules"), join(folder, "node_modules"));
  return folder;
}
