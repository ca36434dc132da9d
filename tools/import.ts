import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { packageRoot } from "../src/package-root.js";
import type { JsonSchema } from "./import/json-schema.js";
import { makeSchemas } from "./import/make-schemas.js";
import type { Overlay } from "./import/overlay.js";
import type { PayloadSource, ProviderImport } from "./import/payload-source.js";

// Remakes schemas/<provider>/ from pinned packages: npm run import [-- [--check] provider...]
const importers = join(packageRoot(), "tools", "import", "providers");
const known = readdirSync(importers).flatMap((file) => /^([a-z0-9-]+)\.ts$/.exec(file)?.[1] ?? []);
const args = process.argv.slice(2);
const check = args.includes("--check");
const asked = args.filter((arg) => !arg.startsWith("--"));

for (const provider of asked.length > 0 ? asked : known.filter(isImporter)) {
  const { default: importer } = (await import(join(importers, `${provider}.ts`))) as { readonly default: ProviderImport };
  const [newest, ...older] = importer.versions ?? [];
  write(provider, remake(importer, provider, provider, newest));
  for (const version of older) write(join(provider, version), remake(importer, provider, join(provider, version), version));
}

function write(folder: string, files: ReadonlyMap<string, string>): void {
  const path = join(packageRoot(), "schemas", folder);
  const changed = [...files].filter(([file, text]) => readIfThere(join(path, file)) !== text).map(([file]) => file);
  if (!check) mkdirSync(path, { recursive: true });
  if (!check) for (const [file, text] of files) writeFileSync(join(path, file), text);
  if (check && changed.length > 0) process.exitCode = 1;
  console.error(`${folder}: ${changed.length === 0 ? "unchanged" : `${check ? "differs" : "changed"}: ${changed.join(", ")}`}`);
}

/** An older version says with the newest one's names what it has in common with it. */
function remake(importer: ProviderImport, provider: string, folder: string, version: string | undefined): ReadonlyMap<string, string> {
  const overlay = parse(readFileSync(join(packageRoot(), "schemas", provider, "overlay.yaml"), "utf8")) as Overlay;
  const previous = { ...readDefinitions(provider), ...readDefinitions(folder) };
  const source = importer.read(version);
  return makeSchemas({ source, overlay: folder === provider ? overlay : ofOlder(source, overlay), previous, componentName: importer.componentName });
}

/** The newest version's overlay, without the descriptions of events that are younger. */
function ofOlder({ payloads }: PayloadSource, overlay: Overlay): Overlay {
  const descriptions = Object.entries(overlay.descriptions).filter(([event]) => payloads.some((payload) => payload.event === event));
  return { ...overlay, descriptions: Object.fromEntries(descriptions) };
}

function readDefinitions(folder: string): Readonly<Record<string, JsonSchema>> {
  const text = readIfThere(join(packageRoot(), "schemas", folder, "definitions.json"));
  return text === undefined ? {} : (JSON.parse(text) as { readonly definitions: Readonly<Record<string, JsonSchema>> }).definitions;
}

function readIfThere(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

/** A provider has schemas; other files here are parts of importers. */
function isImporter(name: string): boolean {
  return existsSync(join(packageRoot(), "schemas", name, "overlay.yaml"));
}
