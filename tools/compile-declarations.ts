import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { packageRoot } from "../src/package-root.js";
import { findApiVersions } from "../src/schema/api-versions.js";
import { compileBuiltin } from "../src/schema/compile-builtin.js";

// Writes dist/declarations/<provider>.json for every provider with built-in schemas, and <provider>/<version>.json for the
// API versions that they exist of besides. Run it when the package is built.
const schemas = join(packageRoot(), "schemas");
const output = join(packageRoot(), "dist", "declarations");

for (const provider of readdirSync(schemas).toSorted()) {
  if (!existsSync(join(schemas, provider, "definitions.json"))) continue;
  const { others } = await findApiVersions(join(schemas, provider));
  for (const path of [provider, ...others.map((version) => `${provider}/${version}`)]) {
    const declarations = await compileBuiltin(join(schemas, path));
    mkdirSync(dirname(join(output, path)), { recursive: true });
    writeFileSync(join(output, `${path}.json`), JSON.stringify(declarations));
    console.log(`${path}: ${declarations.length} declarations`);
  }
}
