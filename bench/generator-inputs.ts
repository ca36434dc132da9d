import { cpSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../src/package-root.js";
import { workFolder, writeWork } from "./work-folder.js";

/** Writes what every generator reads, of the same events of GitHub: as JSON Schema, and as an OpenAPI document. Answers the folder. */
export function writeInputs(name: string, wanted: (event: string) => boolean): string {
  const folder = join(packageRoot(), "schemas", "github");
  const { definitions } = JSON.parse(readFileSync(join(folder, "definitions.json"), "utf8")) as { readonly definitions: Readonly<Record<string, unknown>> };
  const events = JSON.parse(readFileSync(join(folder, "events.json"), "utf8")) as Readonly<Record<string, { readonly payload?: string; readonly actions?: Readonly<Record<string, string>> }>>;
  const roots = Object.entries(events).flatMap(([event, { payload, actions = {} }]) => (wanted(event) ? [...(payload ? [payload] : []), ...Object.values(actions)] : []));
  const closure = closureOf(roots, definitions);
  const properties = Object.fromEntries(roots.map((root) => [root, { $ref: `#/definitions/${root}` }]));
  writeWork(`${name}/schema.json`, JSON.stringify({ type: "object", properties, definitions: closure }));
  const schemas = JSON.parse(JSON.stringify(closure).replaceAll("#/definitions/", "#/components/schemas/")) as object;
  const webhooks = Object.fromEntries(roots.map((root) => [root, { post: { requestBody: { content: { "application/json": { schema: { $ref: `#/components/schemas/${root}` } } } }, responses: { 200: { description: "Received" } } } }]));
  writeWork(`${name}/openapi.json`, JSON.stringify({ openapi: "3.1.0", info: { title: "GitHub", version: "1" }, paths: {}, webhooks, components: { schemas } }));
  const target = join(workFolder, name);
  mkdirSync(target, { recursive: true });
  for (const file of ["definitions.json", "events.json"]) cpSync(join(folder, file), join(target, file));
  return target;
}

function closureOf(roots: readonly string[], definitions: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const names = new Set(roots);
  // A Set's iterator also visits what is added on the way.
  for (const name of names) for (const [, reference] of JSON.stringify(definitions[name]).matchAll(/#\/definitions\/(\w+)/g)) names.add(reference as string);
  return Object.fromEntries([...names].map((name) => [name, definitions[name]]));
}
