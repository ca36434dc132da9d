import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../src/package-root.js";

// Publishes whichever of the two packages is not on npm in this version, the runtime first: npm run release
const root = packageRoot();
for (const folder of [join(root, "src/runtime"), root]) {
  const { name, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { readonly name: string; readonly version: string };
  const isThere = spawnSync("npm", ["view", `${name}@${version}`, "version"], { encoding: "utf8" }).stdout.trim() === version;
  if (isThere) continue;
  execFileSync("npm", ["publish", "--access", "public", ...process.argv.slice(2)], { cwd: folder, stdio: "inherit" });
  // The workflow reads this line.
  console.log(`New tag: ${name}@${version}`);
}
