import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../src/package-root.js";
import { errorDocs } from "./errors/error-docs.js";
import { explainPage } from "./errors/explain-page.js";

// Remakes docs/errors, and the causes in docs/explain.md, from tools/errors, running every example: npm run errors
const folder = join(packageRoot(), "docs", "errors");
const docs = await errorDocs();
mkdirSync(folder, { recursive: true });
for (const name of readdirSync(folder)) if (!docs.has(name)) rmSync(join(folder, name));
for (const [name, text] of docs) writeFileSync(join(folder, name), text);
const explain = join(packageRoot(), "docs", "explain.md");
writeFileSync(explain, explainPage(readFileSync(explain, "utf8")));
