import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../src/package-root.js";
import { errorDocs } from "./errors/error-docs.js";

// Remakes docs/errors from tools/errors, running every example: npm run errors
const folder = join(packageRoot(), "docs", "errors");
const docs = await errorDocs();
mkdirSync(folder, { recursive: true });
for (const name of readdirSync(folder)) if (!docs.has(name)) rmSync(join(folder, name));
for (const [name, text] of docs) writeFileSync(join(folder, name), text);
