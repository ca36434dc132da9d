import { build } from "esbuild";
import { packageRoot } from "../src/package-root.js";

/** The files that `smart-webhooks --help` loads: the command's own and those it imports statically, packages included. */
export async function helpFiles(): Promise<readonly string[]> {
  const entry = "bin/smart-webhooks.js";
  const { metafile } = await build({ absWorkingDir: packageRoot(), entryPoints: [entry], bundle: true, write: false, metafile: true, format: "esm", platform: "node", packages: "external", outdir: "out", splitting: true, logLevel: "silent" });
  const files = new Set([entry]);
  // A Set's iterator also visits what is added on the way.
  for (const file of files) {
    for (const { path, kind } of metafile.inputs[file]?.imports ?? []) {
      if (kind === "import-statement" && !path.startsWith("node:")) files.add(path);
    }
  }
  return [...files];
}
