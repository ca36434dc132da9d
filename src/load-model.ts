import { join } from "node:path";
import { readProviderConfig } from "./config/read-provider-config.js";
import type { Problem } from "./errors.js";
import type { GenerateRequest } from "./generate.js";
import { buildModel } from "./model/build-model.js";
import { type ChosenWebhook, chooseWebhooks } from "./model/choose-webhooks.js";
import type { ProviderModel } from "./model/handler-model.js";
import { packageRoot } from "./package-root.js";
import { readOverlay } from "./read-overlay.js";
import { loadPayloadTypes } from "./schema/load-payload-types.js";
import type { PayloadTypes } from "./schema/payload-types.js";

/** A provider with every name decided, and what it was made from. */
export interface LoadedModel {
  readonly model: ProviderModel;
  readonly types: PayloadTypes;
  readonly chosen: readonly ChosenWebhook[];
  readonly warnings: readonly Problem[];
}

/**
 * From a provider's YAML and schemas to its model: what is emitted, and what `loadProvider` evaluates.
 *
 * @throws GenerateError with every problem found in the input
 */
export async function loadModel(request: Omit<GenerateRequest, "tsconfigExtension">): Promise<LoadedModel> {
  const { provider, cwd, providersDir } = request;
  const own = packageRoot();
  const config = await readProviderConfig(provider, { cwd, providersDir, builtinDir: join(own, "providers") });
  const chosen = chooseWebhooks(config, request, request.kept);
  const builtinDir = join(own, "schemas");
  const schemasDir = join(providersDir, "..", "schemas");
  const { types, warnings } = await loadPayloadTypes({
    provider,
    name: config.name,
    cwd,
    events: chosen.flatMap(({ events }) => events),
    listed: config.webhooks.flatMap(({ events }) => events.map((event) => event.name)),
    schemasDir,
    // The overlays of the package itself were applied when its schemas were made.
    overlay: schemasDir === builtinDir ? undefined : await readOverlay(provider, { cwd, schemasDir }),
    builtinDir,
    cacheDir: join(own, "dist", "declarations"),
    samples: chosen.some(({ flags }) => flags.samples),
  });
  return { model: buildModel(config, chosen, types), types, chosen, warnings: [...config.warnings, ...warnings] };
}
