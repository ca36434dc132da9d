import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { packageRoot } from "../src/package-root.js";
import type { JsonSchema } from "./import/json-schema.js";
import { makeSchemas } from "./import/make-schemas.js";
import type { Overlay } from "./import/overlay.js";
import type { ProviderImport } from "./import/payload-source.js";

// Remakes schemas/<provider>/ from pinned packages: npm run import [-- [--check] provider...]
const importers = join(packageRoot(), "tools", "import", "providers");
const known = readdirSync(importers).flatMap((file) => /^([a-z0-9-]+)\.ts$/.exec(file)?.[1] ?? []);
const args = process.argv.slice(2);
const check = args.includes("--check");
const asked = args.filter((arg) => !arg.startsWith("--"));

for (const provider of asked.length > 0 ? asked : known.filter(isImporter)) {
  const files = await remake(provider);
  const folder = join(packageRoot(), "schemas", provider);
  const changed = [...files].filter(([file, text]) => readIfThere(join(folder, file)) !== text).map(([file]) => file);
  if (!check) for (const [file, text] of files) writeFileSync(join(folder, file), text);
  if (check && changed.length > 0) process.exitCode = 1;
  console.error(`${provider}: ${changed.length === 0 ? "unchanged" : `${check ? "differs" : "changed"}: ${changed.join(", ")}`}`);
}

async function remake(provider: string): Promise<ReadonlyMap<string, string>> {
  const folder = join(packageRoot(), "schemas", provider);
  const { default: importer } = (await import(join(importers, `${provider}.ts`))) as { readonly default: ProviderImport };
  const overlay = parse(readFileSync(join(folder, "overlay.yaml"), "utf8")) as Overlay;
  const { definitions: previous } = JSON.parse(readIfThere(join(folder, "definitions.json")) ?? '{"definitions":{}}') as {
    readonly definitions: Readonly<Record<string, JsonSchema>>;
  };
  return makeSchemas({ source: importer.read(), overlay, previous, componentName: importer.componentName });
}

function readIfThere(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

/** A provider has schemas; other files here are parts of importers. */
function isImporter(name: string): boolean {
  return existsSync(join(packageRoot(), "schemas", name, "overlay.yaml"));
}
