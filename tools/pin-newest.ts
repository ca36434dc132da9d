import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../src/package-root.js";

// Pins the importers of schemas to the newest version of each package: npm run pin, then npm run import
const folder = join(packageRoot(), "tools/import/providers");
const newest = new Map<string, string>();

for (const file of readdirSync(folder).filter((name) => name.endsWith(".ts"))) {
  const text = readFileSync(join(folder, file), "utf8");
  const pinned = text.replaceAll(/"((?:@[\w-]+\/)?[\w.-]+)", "(\d+\.\d+\.\d+)"/g, (_, name: string) => `"${name}", "${newestOf(name)}"`);
  if (pinned !== text) writeFileSync(join(folder, file), pinned);
}
for (const [name, version] of newest) console.error(`${name}@${version}`);

function newestOf(name: string): string {
  const version = newest.get(name) ?? execFileSync("npm", ["view", name, "version"], { encoding: "utf8" }).trim();
  newest.set(name, version);
  return version;
}
