import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { checkInert } from "../src/emit/check-inert.js";
import { packageRoot } from "../src/package-root.js";
import { findApiVersions } from "../src/schema/api-versions.js";
import { compileBuiltin } from "../src/schema/compile-builtin.js";
import { sampleBuiltin } from "../src/schema/sample-builtin.js";
import { samplesToText } from "../src/schema/samples-as-text.js";

// Writes dist/declarations/<provider>.json and <provider>.samples.json for every provider with built-in schemas, and <provider>/<version>.json for the
// API versions that they exist of besides. Run it when the package is built.
const schemas = join(packageRoot(), "schemas");
const output = join(packageRoot(), "dist", "declarations");

for (const provider of readdirSync(schemas).toSorted()) {
  if (!existsSync(join(schemas, provider, "definitions.json"))) continue;
  const { others } = await findApiVersions(join(schemas, provider));
  for (const path of [provider, ...others.map((version) => `${provider}/${version}`)]) {
    const declarations = await compileBuiltin(join(schemas, path));
    mkdirSync(dirname(join(output, path)), { recursive: true });
    // Once here instead of on every run: it is half of what it takes to generate all of GitHub.
    checkInert({ path: `${path}.ts`, text: declarations.map(({ text }) => text).join("\n\n") });
    writeFileSync(join(output, `${path}.json`), JSON.stringify(declarations.map((one) => ({ ...one, isChecked: true }))));
    writeFileSync(join(output, `${path}.samples.json`), samplesToText(await sampleBuiltin(join(schemas, path))));
    console.log(`${path}: ${declarations.length} declarations`);
  }
}
