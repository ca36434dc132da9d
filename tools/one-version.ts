import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../src/package-root.js";

// Gives the command line's package the version and the changelog that changesets gave the runtime: npm run bump
const root = packageRoot();
const runtime = JSON.parse(readFileSync(join(root, "src/runtime/package.json"), "utf8")) as { readonly name: string; readonly version: string };
const file = join(root, "package.json");
const text = readFileSync(file, "utf8");
const manifest = JSON.parse(text) as { version: string; dependencies: Record<string, string> };
manifest.version = runtime.version;
manifest.dependencies[runtime.name] = runtime.version;
writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
copyFileSync(join(root, "src/runtime/CHANGELOG.md"), join(root, "CHANGELOG.md"));
