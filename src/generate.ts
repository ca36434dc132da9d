import { join } from "node:path";
import { readProviderConfig } from "./config/read-provider-config.js";
import { emit } from "./emit/emit.js";
import type { Problem } from "./errors.js";
import { buildModel } from "./model/build-model.js";
import { chooseEvents } from "./model/choose-events.js";
import { packageRoot } from "./package-root.js";
import { packageVersion } from "./package-version.js";
import { loadPayloadTypes } from "./schema/load-payload-types.js";
import type { GeneratedFile } from "./write/generated-file.js";

/** What to generate. Paths are absolute. */
export interface GenerateRequest {
  readonly provider: string;
  /** Where the user stands: messages show paths relative to it. */
  readonly cwd: string;
  /** The user's `providers/`; their `schemas/` stands beside it. */
  readonly providersDir: string;
  /** `push`, `pull_request.opened`; all events when undefined. */
  readonly events?: readonly string[] | undefined;
  /** The one webhook to write; all when undefined. */
  readonly webhook?: string | undefined;
}

/** What was generated. Nothing is on disk yet. */
export interface GenerateResult {
  readonly files: readonly GeneratedFile[];
  readonly warnings: readonly Problem[];
  /** Their payload is `unknown`. */
  readonly eventsWithoutSchema: readonly string[];
}

/**
 * From a provider's YAML and schemas to the text of its files. Each step is a room of `src/`.
 *
 * @throws GenerateError with every problem found in the input
 */
export async function generate(request: GenerateRequest): Promise<GenerateResult> {
  const { provider, cwd, providersDir } = request;
  const own = packageRoot();

  const config = await readProviderConfig(provider, { cwd, providersDir, builtinDir: join(own, "providers") });
  const chosen = chooseEvents(config, request);
  const { types, warnings } = await loadPayloadTypes({
    provider,
    name: config.name,
    cwd,
    events: chosen.flatMap(({ events }) => events),
    schemasDir: join(providersDir, "..", "schemas"),
    builtinDir: join(own, "schemas"),
    cacheDir: join(own, "dist", "declarations"),
  });
  const model = buildModel(config, chosen, types);
  const files = emit(model, { version: packageVersion(), command: commandOf(request), webhook: request.webhook });

  const without = model.webhooks.flatMap(({ events }) => events.filter((event) => !types.events.has(event.event)));
  return {
    files,
    warnings: [...config.warnings, ...warnings],
    eventsWithoutSchema: [...new Set(without.map(({ event }) => event))],
  };
}

/** Remakes the same files: what flags chose is kept in them. */
function commandOf({ provider, events, webhook }: GenerateRequest): string {
  const flags = [events && `--events ${events.join(",")}`, webhook && `--webhook ${webhook}`];
  return ["npx smart-webhooks generate", provider, ...flags.filter((flag) => flag !== undefined)].join(" ");
}
