import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../src/package-root.js";
import { compileBuiltin } from "../src/schema/compile-builtin.js";

// Writes dist/declarations/<provider>.json for every provider with built-in schemas. Run it when the package is built.
const schemas = join(packageRoot(), "schemas");
const output = join(packageRoot(), "dist", "declarations");

mkdirSync(output, { recursive: true });
for (const provider of readdirSync(schemas).toSorted()) {
  if (!existsSync(join(schemas, provider, "definitions.json"))) continue;
  const declarations = await compileBuiltin(join(schemas, provider));
  writeFileSync(join(output, `${provider}.json`), JSON.stringify(declarations));
  console.log(`${provider}: ${declarations.length} declarations`);
}
