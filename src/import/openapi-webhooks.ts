import type { JsonNode, JsonObject } from "../schema/json-node.js";
import type { OpenApiDocument } from "./openapi-document.js";
import { singleText } from "./single-texts.js";

/** A webhook as the document describes it. */
export interface DescribedWebhook {
  /** Its name there. */
  readonly key: string;
  readonly node: JsonNode;
  /** The body's schema. */
  readonly body?: JsonNode;
  /** The headers it names, and the value of those that have but one. */
  readonly headers: ReadonlyMap<string, string | undefined>;
}

/** What stands under `webhooks`, or `x-webhooks` before OpenAPI 3.1. Reports it when there is nothing. */
export function describedWebhooks(document: OpenApiDocument): readonly DescribedWebhook[] {
  const found = ["webhooks", "x-webhooks"].map((key) => document.object(document.root.members.get(key))).find((one) => one && one.members.size > 0);
  if (found && found.members.size > MOST_WEBHOOKS) document.error(found, "too-many-webhooks", `There are more than ${MOST_WEBHOOKS} webhooks`, "Leave out those that you do not handle");
  document.problems.throwErrors();
  if (found) return [...found.members].map(([key, node]) => describe(key, node, document));
  document.error(document.root, "no-webhooks", `${document.file.shown} describes no webhooks`, "It needs a section webhooks: (or x-webhooks: before OpenAPI 3.1)");
  return [];
}

/** As many schema files as a provider can have. */
const MOST_WEBHOOKS = 5000;

function describe(key: string, node: JsonNode, document: OpenApiDocument): DescribedWebhook {
  const item = document.object(node);
  const operations = METHODS.flatMap((method) => document.object(item?.members.get(method)) ?? []);
  const operation = operations.find(({ members }) => members.has("requestBody")) ?? operations[0];
  const body = operation && bodyOf(operation, document);
  const parameters = [item, operation].flatMap((one) => listOf(one, "parameters"));
  return { key, node, ...(body && { body }), headers: headersOf(parameters, document) };
}

const METHODS = ["post", "put", "patch", "get", "delete"];

function bodyOf(operation: JsonObject, document: OpenApiDocument): JsonNode | undefined {
  const content = document.object(document.object(operation.members.get("requestBody"))?.members.get("content"));
  const types = [...(content?.members ?? [])];
  const [, media] = types.find(([type]) => /^application\/(?:[^;]+\+)?json\b/i.test(type)) ?? types[0] ?? [];
  return document.object(media)?.members.get("schema");
}

function headersOf(parameters: readonly JsonNode[], document: OpenApiDocument): ReadonlyMap<string, string | undefined> {
  const headers = new Map<string, string | undefined>();
  for (const parameter of parameters.map((node) => document.object(node))) {
    const [name, place] = ["name", "in"].map((key) => parameter?.members.get(key));
    if (name?.kind !== "string" || place?.kind !== "string" || place.value !== "header") continue;
    // A token, as HTTP has them: it is written into the YAML. https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2
    if (!/^[\w!#$%&'*+.^`|~-]{1,100}$/.test(name.value)) continue;
    headers.set(name.value, singleText(document.object(parameter?.members.get("schema"))));
  }
  return headers;
}

function listOf(node: JsonObject | undefined, key: string): readonly JsonNode[] {
  const list = node?.members.get(key);
  return list?.kind === "array" ? list.items : [];
}
