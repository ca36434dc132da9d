import { join } from "node:path";
import type { ProviderFolders } from "./config/provider-folders.js";
import { readProviderConfig } from "./config/read-provider-config.js";
import { GenerateError, type Problem } from "./errors.js";
import { packageRoot } from "./package-root.js";
import { type Origin, providerOrigin } from "./provider-origin.js";
import { typedEvents } from "./schema/typed-events.js";

/** A provider in one line. */
export interface ProviderSummary {
  readonly provider: string;
  /** As people write it: `GitHub`. */
  readonly name: string;
  readonly origin: Origin;
  readonly docs?: string;
  readonly webhooks: readonly string[];
  /** Distinct names over all webhooks. */
  readonly events: number;
  /** How many of them have a schema. */
  readonly typed: number;
  /** How requests are verified, each once. */
  readonly schemes: readonly string[];
  /** What is wrong with its YAML; it has no events then. */
  readonly problems?: readonly Problem[];
}

/** Reads a provider's YAML and the names of its schemas. A broken file is told of, not thrown. */
export async function summarizeProvider(provider: string, where: ProviderFolders): Promise<ProviderSummary> {
  const { origin } = await providerOrigin(provider, where);
  try {
    const { name, docs, webhooks } = await readProviderConfig(provider, where);
    const events = new Set(webhooks.flatMap((webhook) => webhook.events.map((event) => event.name)));
    const schemas = { builtin: join(packageRoot(), "schemas", provider), folder: join(where.providersDir, "..", "schemas", provider), cwd: where.cwd };
    const schemes = [...new Set(webhooks.map(({ verification }) => verification.type))];
    const typed = (await typedEvents([...events], schemas)).size;
    return { provider, name, origin, ...(docs !== undefined && { docs }), webhooks: webhooks.map((webhook) => webhook.name), events: events.size, typed, schemes };
  } catch (error) {
    if (!(error instanceof GenerateError)) throw error;
    return { provider, name: provider, origin, webhooks: [], events: 0, typed: 0, schemes: [], problems: error.problems };
  }
}
