import { basename } from "node:path";
import { foldEventName } from "../config/event-name.js";
import { checkProviderName, isProviderName } from "../config/provider-name.js";
import { toJsonText } from "../encode.js";
import { GenerateError } from "../errors.js";
import type { JsonNode } from "../schema/json-node.js";
import { SHARED_DEFINITIONS } from "../schema/name-definitions.js";
import { quote } from "../schema/quote.js";
import { nameWebhooks } from "./name-webhooks.js";
import { OpenApiDocument, textOf } from "./openapi-document.js";
import { OpenApiSchemas } from "./openapi-schemas.js";
import { type DescribedWebhook, describedWebhooks } from "./openapi-webhooks.js";
import { printWebhookYaml } from "./print-webhook-yaml.js";
import { schemaFileName } from "./schema-file-name.js";

export interface ImportRequest {
  /** The document's path, from `cwd`. */
  readonly file: string;
  readonly cwd: string;
  /** The provider's name; made of the document's title unless given. */
  readonly name?: string | undefined;
}

/** A provider made from a document, not written yet. */
export interface ImportedProvider {
  readonly provider: string;
  /** Below `providers/`. */
  readonly yaml: WrittenFile;
  /** Below `schemas/`. */
  readonly schemas: readonly WrittenFile[];
  readonly events: readonly string[];
  /** Their bodies are not described. */
  readonly eventsWithoutSchema: readonly string[];
}

interface WrittenFile {
  readonly path: string;
  readonly text: string;
}

/** The provider YAML and the schemas of an OpenAPI document's webhooks. Throws a GenerateError with every problem found. */
export async function importOpenApi({ file, cwd, name }: ImportRequest): Promise<ImportedProvider> {
  const document = await OpenApiDocument.read(file, cwd);
  const provider = name ?? nameOf(document);
  checkProviderName(provider);
  const webhooks = describedWebhooks(document);
  const { source, events } = nameWebhooks(webhooks, document);
  const names = fileNames(events, webhooks, document);
  const schemas = writeSchemas(webhooks, names, document);
  document.problems.throwErrors();
  const headers = new Set(webhooks.flatMap((webhook) => [...webhook.headers.keys()]));
  return {
    provider,
    yaml: { path: `${provider}/webhook.yaml`, text: printWebhookYaml({ provider, from: basename(file), source, events, headers: [...headers] }) },
    schemas: schemas.map(({ path, text }) => ({ path: `${provider}/${path}`, text })),
    events,
    eventsWithoutSchema: events.filter((_, index) => webhooks[index]?.body === undefined),
  };
}

/** The title without the words that every title has: "Acme Webhooks API" is acme. */
function nameOf(document: OpenApiDocument): string {
  const info = document.object(document.root.members.get("info"));
  const title = (info && textOf(info, "title")) ?? "";
  const words = title.toLowerCase().slice(0, 200).split(/[^a-z0-9]+/).filter((word) => word !== "" && !GENERAL.has(word) && !/^v\d/.test(word));
  const name = words.join("-");
  if (words.length <= 3 && isProviderName(name)) return name;
  const message = title === "" ? "The document has no title to name the provider after" : `The document's title ${quote(title)} makes no name for a provider`;
  throw new GenerateError([{ code: "no-name", severity: "error", message, hint: "Give one with --name: it becomes the folders' name", at: { file: document.file.shown } }]);
}

const GENERAL: ReadonlySet<string> = new Set("the api apis rest webhook webhooks event events openapi open spec specification public official".split(" "));

function fileNames(events: readonly string[], webhooks: readonly DescribedWebhook[], document: OpenApiDocument): readonly string[] {
  const seen = new Map<string, string>();
  return events.map((event, index) => {
    const node = webhooks[index]?.node as JsonNode;
    const file = nameFile(event, node, document);
    const other = seen.get(foldEventName(file));
    if (other !== undefined) document.error(node, "event-collision", `The events ${quote(other)} and ${quote(event)} would have one file where case does not count`, "Rename one of the two in the document");
    seen.set(foldEventName(file), event);
    return file;
  });
}

function nameFile(event: string, node: JsonNode, document: OpenApiDocument): string {
  try {
    return schemaFileName(event);
  } catch (error) {
    if (!(error instanceof GenerateError)) throw error;
    for (const { code, message } of error.problems) document.error(node, code, message, "Rename it in the document");
    return event;
  }
}

function writeSchemas(webhooks: readonly DescribedWebhook[], names: readonly string[], document: OpenApiDocument): readonly WrittenFile[] {
  const schemas = new OpenApiSchemas(document);
  const files = webhooks.flatMap(({ body }, index) => (body ? [toFile(names[index] as string, schemas.write(body))] : []));
  const { definitions, draft } = schemas;
  // Makes own properties even of `__proto__`.
  return definitions.size === 0 ? files : [...files, toFile(SHARED_DEFINITIONS, { $schema: draft, definitions: Object.fromEntries(definitions) })];
}

function toFile(path: string, schema: unknown): WrittenFile {
  return { path, text: `${toJsonText(schema)}\n` };
}
