import type { ProviderFolders } from "./config/provider-folders.js";
import { describeWebhook, type WebhookDescription } from "./describe/describe-webhook.js";
import type { Problem } from "./errors.js";
import { loadModel } from "./load-model.js";
import { type Origin, providerOrigin } from "./provider-origin.js";

/** All that is known of a provider. */
export interface ProviderDescription {
  readonly provider: string;
  /** As people write it: `GitHub`. */
  readonly name: string;
  readonly docs?: string;
  readonly origin: Origin;
  /** The user's YAML, where there is one. */
  readonly file?: string;
  readonly webhooks: readonly WebhookDescription[];
  readonly warnings: readonly Problem[];
}

/**
 * Describes a provider, or one webhook of it.
 *
 * @throws GenerateError with every problem found in the YAML or the schemas, and for what there is not
 */
export async function describeProvider(provider: string, where: ProviderFolders, webhook?: string): Promise<ProviderDescription> {
  const { cwd, providersDir } = where;
  const { models, chosen, warnings } = await loadModel({ provider, cwd, providersDir, webhook });
  const all = models.flatMap(({ model }) => model.webhooks);
  const webhooks = chosen.flatMap(({ config }) => {
    const model = all.find((one) => one.webhook === config.name);
    return model === undefined ? [] : [describeWebhook(config, model)];
  });
  const { name = provider, docs } = models[0]?.model ?? {};
  return { provider, name, ...(docs !== undefined && { docs }), ...(await providerOrigin(provider, where)), webhooks, warnings };
}
