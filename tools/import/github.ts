import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { packageRoot } from "../../src/package-root.js";
import { applyPatches } from "./apply-patches.js";
import { buildDefinitions } from "./build-definitions.js";
import { printEvents } from "./print-events.js";
import { gitHubWebhooks, type GitHubDocument } from "./github-webhooks.js";
import type { JsonSchema } from "./json-schema.js";
import { readNpmFile } from "./npm-file.js";
import type { Overlay } from "./overlay.js";
import { pascalCase } from "./pascal-case.js";

// Remakes schemas/github from a pinned package: npx tsx tools/import/github.ts
const folder = join(packageRoot(), "schemas", "github");
const { text, ...source } = readNpmFile("@octokit/openapi", "23.0.2", "generated/api.github.com.json");
const document = JSON.parse(text) as GitHubDocument;
const overlay = parse(readFileSync(join(folder, "overlay.yaml"), "utf8")) as Overlay;
applyPatches(document, overlay.patches);

const payloads = gitHubWebhooks(document);
const definitions = buildDefinitions({
  components: document.components.schemas,
  payloads,
  overlay,
  previous: previousDefinitions(),
  componentName,
});
const events = printEvents(payloads, overlay.descriptions, (event) => `https://docs.github.com/en/webhooks/webhook-events-and-payloads#${event}`);
const counts = {
  events: new Set(payloads.map(({ event }) => event)).size,
  actions: payloads.filter(({ action }) => action !== undefined).length,
  definitions: definitions.count,
};

mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "definitions.json"), definitions.text);
writeFileSync(join(folder, "events.json"), events);
writeFileSync(join(folder, "SOURCE.json"), `${JSON.stringify({ ...source, counts }, null, 2)}\n`);
console.error(`schemas/github: ${counts.events} events, ${counts.actions} actions, ${counts.definitions} definitions`);

function previousDefinitions(): Readonly<Record<string, JsonSchema>> {
  const file = join(folder, "definitions.json");
  if (!existsSync(file)) return {};
  return (JSON.parse(readFileSync(file, "utf8")) as { readonly definitions: Readonly<Record<string, JsonSchema>> }).definitions;
}

/** `webhooks_` marks parts that GitHub's tooling cut out by position: their names say nothing. */
function componentName(component: string): string | undefined {
  return component.startsWith("webhooks_") ? undefined : pascalCase(component.replace(/^(nullable|webhook)-/, "").replace(/-webhooks?$/, ""));
}
