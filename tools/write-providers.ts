import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../src/package-root.js";
import { providersPage } from "./providers/providers-page.js";

// Remakes the table in docs/providers.md from providers/*/webhook.yaml: npm run providers
const page = join(packageRoot(), "docs", "providers.md");
writeFileSync(page, await providersPage(readFileSync(page, "utf8")));
