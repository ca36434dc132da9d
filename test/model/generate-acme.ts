import { stringify } from "yaml";
import type { EventConfig } from "../../src/config/provider-config.js";
import type { Flags } from "../../src/flags.js";
import { generate, type GenerateResult } from "../../src/generate.js";
import { tempFolder } from "../temp-folder.js";

/** What `acme` has besides the usual. */
export interface Acme extends Omit<Flags, "events"> {
  /** `events:` of the default webhook. */
  readonly events: readonly (string | Omit<EventConfig, "at">)[];
  /** Payload schemas by file name without its ending: `push`, `issues.opened`. */
  readonly schemas?: Readonly<Record<string, object>>;
  /** `--events` */
  readonly chosen?: readonly string[];
  /** More keys of the YAML. */
  readonly yaml?: Readonly<Record<string, unknown>>;
  /** More keys of the default webhook, or others in place of the usual. */
  readonly keys?: Readonly<Record<string, unknown>>;
  /** More webhooks. */
  readonly webhooks?: Readonly<Record<string, object>>;
  /** More files of the project. */
  readonly files?: Readonly<Record<string, string>>;
}

/** What was generated, its files by path too. */
export interface GeneratedAcme extends GenerateResult {
  readonly texts: Readonly<Record<string, string>>;
}

/** Generates the files of a provider in a project of its own, from YAML and schemas as a user writes them. */
export async function generateAcme({ events, schemas = {}, chosen, yaml, keys, webhooks, files, ...flags }: Acme): Promise<GeneratedAcme> {
  const scheme = { signing_secret_env: "ACME_SECRET", verification_type: "hmac_sha256", signature_header: "X-Signature" };
  const routing = { event_header: "X-Event", action_field: "action" };
  const webhook = { ...scheme, ...routing, ...keys, events };
  const cwd = tempFolder({
    "providers/acme/webhook.yaml": stringify({ ...yaml, webhooks: { default: webhook, ...webhooks } }),
    ...Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [`schemas/acme/${name}.schema.json`, JSON.stringify(schema)])),
    ...files,
  });
  const result = await generate({ ...flags, provider: "acme", cwd, providersDir: `${cwd}/providers`, events: chosen });
  return { ...result, texts: Object.fromEntries(result.files.map(({ path, text }) => [path, text])) };
}
