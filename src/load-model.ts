import { join } from "node:path";
import { readProviderConfig } from "./config/read-provider-config.js";
import type { Problem } from "./errors.js";
import type { GenerateRequest } from "./generate.js";
import { groupVersions } from "./group-versions.js";
import { buildModel } from "./model/build-model.js";
import { type ChosenWebhook, chooseWebhooks } from "./model/choose-webhooks.js";
import type { ProviderModel } from "./model/handler-model.js";
import { packageRoot } from "./package-root.js";
import { readOverlay } from "./read-overlay.js";
import { findApiVersions } from "./schema/api-versions.js";
import { loadPayloadTypes } from "./schema/load-payload-types.js";
import type { PayloadTypes } from "./schema/payload-types.js";

/** A provider with every name decided, and what it was made from. */
export interface LoadedModel {
  /** One, but where webhooks are sent payloads of several API versions. */
  readonly models: readonly VersionModel[];
  readonly chosen: readonly ChosenWebhook[];
  readonly warnings: readonly Problem[];
}

/** The webhooks of one API version. */
export interface VersionModel {
  readonly model: ProviderModel;
  readonly types: PayloadTypes;
}

/**
 * From a provider's YAML and schemas to its models: what is emitted, and what `loadProvider` evaluates.
 *
 * @throws GenerateError with every problem found in the input
 */
export async function loadModel(request: Omit<GenerateRequest, "tsconfigExtension">): Promise<LoadedModel> {
  const { provider, cwd, providersDir } = request;
  const own = packageRoot();
  const config = await readProviderConfig(provider, { cwd, providersDir, builtinDir: join(own, "providers"), packedDir: join(own, "dist", "yaml") });
  const chosen = chooseWebhooks(config, request, request.kept);
  const builtinDir = join(own, "schemas");
  const schemasDir = join(providersDir, "..", "schemas");
  // The overlays of the package itself were applied when its schemas were made.
  const overlay = schemasDir === builtinDir ? undefined : await readOverlay(provider, { cwd, schemasDir });
  const groups = groupVersions(provider, chosen, await findApiVersions(join(builtinDir, provider)));
  const models: VersionModel[] = [];
  const warnings: Problem[] = [...config.warnings];
  for (const { version, chosen: ofVersion } of groups) {
    const loaded = await loadPayloadTypes({
      provider,
      name: config.name,
      cwd,
      version,
      events: ofVersion.flatMap(({ events }) => events),
      listed: config.webhooks.flatMap(({ events }) => events.map((event) => event.name)),
      schemasDir,
      overlay,
      builtinDir,
      cacheDir: join(own, "dist", "declarations"),
      samples: chosen.some(({ flags }) => flags.samples),
    });
    models.push({ model: buildModel(config, ofVersion, loaded.types, version), types: loaded.types });
    warnings.push(...loaded.warnings);
  }
  // The user's own schemas are those of every version: what is odd about one is said once.
  return { models, chosen, warnings: [...new Map(warnings.map((warning) => [JSON.stringify(warning), warning])).values()] };
}
