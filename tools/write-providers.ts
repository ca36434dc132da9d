import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../src/package-root.js";
import { providersPage } from "./providers/providers-page.js";
import { readmeTables } from "./providers/readme-tables.js";

// Remakes the tables of providers and frameworks in docs/providers.md and README.md: npm run providers
for (const [path, write] of [["docs/providers.md", providersPage], ["README.md", readmeTables]] as const) {
  const page = join(packageRoot(), path);
  writeFileSync(page, await write(readFileSync(page, "utf8")));
}
