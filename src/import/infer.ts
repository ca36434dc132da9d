import { join } from "node:path";
import { listProviders } from "../config/list-providers.js";
import type { ProviderFolders } from "../config/provider-folders.js";
import { checkProviderName } from "../config/provider-name.js";
import { readProviderConfig } from "../config/read-provider-config.js";
import { closest } from "../closest.js";
import { toJsonText } from "../encode.js";
import { GenerateError } from "../errors.js";
import { eventFinder } from "../model/find-event.js";
import { unknownName } from "../model/unknown-name.js";
import type { JsonNode } from "../schema/json-node.js";
import { problemAt } from "../schema/schema-file.js";
import { DEEPEST_PAYLOAD, inferSchema, type SchemaDocument } from "./infer-schema.js";
import { type InputFile, parseInput, readInputFile } from "./input-file.js";
import { schemaFileName } from "./schema-file-name.js";

export interface InferRequest extends ProviderFolders {
  readonly provider: string;
  /** `push`, `pull_request.opened` */
  readonly event: string;
  /** Paths of captured payloads, from `cwd`. */
  readonly files: readonly string[];
}

/** A schema, not written yet. */
export interface Inferred {
  /** In `schemas/`: `acme/invoice.paid.schema.json`. */
  readonly path: string;
  readonly schema: SchemaDocument;
  readonly text: string;
  /** Nobody describes the provider yet. */
  readonly isNewProvider: boolean;
}

/** The schema of an event from captured payloads. Throws a GenerateError with every problem of the names and the files. */
export async function infer({ provider, event, files, ...where }: InferRequest): Promise<Inferred> {
  checkProviderName(provider);
  const name = schemaFileName(event);
  const isNewProvider = await checkNames(provider, event, where);
  const payloads = await readPayloads(files, where.cwd);
  const schema = inferSchema(payloads);
  return { path: join(provider, name), schema, text: `${toJsonText(schema)}\n`, isNewProvider };
}

async function checkNames(provider: string, event: string, where: ProviderFolders): Promise<boolean> {
  const known = await listProviders(where);
  if (!known.includes(provider)) {
    const meant = closest(provider, known);
    if (meant === undefined) return true;
    const hint = `Did you mean ${meant}? Else describe it first, in providers/${provider}/webhook.yaml`;
    throw new GenerateError([{ code: "unknown-provider", severity: "error", message: `There is no provider named "${provider}"`, hint }]);
  }
  const { webhooks } = await readProviderConfig(provider, where);
  if (webhooks.some((webhook) => eventFinder(webhook)(event))) return false;
  const events = webhooks.flatMap((webhook) => webhook.events.map((one) => one.name));
  throw new GenerateError([unknownName("unknown-event", `${provider} has no event "${event}": its webhook.yaml does not list it`, event, events)]);
}

async function readPayloads(files: readonly string[], cwd: string): Promise<readonly JsonNode[]> {
  const payloads: JsonNode[] = [];
  const problems: GenerateError["problems"][number][] = [];
  for (const path of new Set(files)) {
    try {
      const file = await readInputFile(path, cwd);
      const payload = parseInput(file);
      checkDepth(payload, file);
      payloads.push(payload);
    } catch (error) {
      if (!(error instanceof GenerateError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new GenerateError(problems);
  return payloads;
}

function checkDepth(node: JsonNode, file: InputFile, level = 1): void {
  if (level > DEEPEST_PAYLOAD) {
    const message = `${file.shown} nests deeper than ${DEEPEST_PAYLOAD} levels`;
    throw new GenerateError([problemAt(file, node.offset, { code: "payload-too-deep", message, hint: "Leave the inner part out, and describe it by hand" })]);
  }
  const inner = node.kind === "object" ? node.members.values() : node.kind === "array" ? node.items : [];
  for (const one of inner) checkDepth(one, file, level + 1);
}
