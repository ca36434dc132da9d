import { resolve } from "node:path";
import type { WebhookSpec } from "@smart-webhooks/runtime";
import { evaluateSpec } from "./evaluate-spec.js";
import { loadModel } from "./load-model.js";

/** Where a provider is looked up. */
export interface LoadProviderOptions {
  /** The current folder unless given. */
  readonly cwd?: string | undefined;
  /** The user's `providers/`, from `cwd`: `./providers` unless given. */
  readonly providersDir?: string | undefined;
}

/** A provider as its YAML describes it. */
export interface LoadedProvider {
  readonly webhooks: Readonly<Record<string, LoadedWebhook>>;
}

/** One webhook: the spec to verify by, and the names of its events. */
export interface LoadedWebhook {
  readonly spec: WebhookSpec;
  readonly events: readonly string[];
}

/**
 * The specs of a provider, the user's own YAML before the built-in one, ready for `verifySignature(spec, request, …)`.
 *
 * @throws GenerateError with every problem found in the YAML or the schemas
 */
export async function loadProvider(name: string, options: LoadProviderOptions = {}): Promise<LoadedProvider> {
  const cwd = resolve(options.cwd ?? ".");
  const { models } = await loadModel({ provider: name, cwd, providersDir: resolve(cwd, options.providersDir ?? "providers") });
  const webhooks = models.flatMap(({ model }) => model.webhooks).map((webhook) => {
    const { events } = webhook;
    return [webhook.webhook, { spec: evaluateSpec(webhook), events: events.map(({ event }) => event) }] as const;
  });
  return { webhooks: Object.fromEntries(webhooks) };
}
