import type { WebhookSpec } from "@smart-webhooks/runtime";
import { loadProvider } from "../../src/load-provider.js";
import { packageRoot } from "../../src/package-root.js";
import { webhookOfFamily } from "./family-webhook.js";

/** How the given families sign, by the built-in providers. */
export async function loadSpecs(families: Iterable<string>): Promise<ReadonlyMap<string, WebhookSpec>> {
  const specs = new Map<string, WebhookSpec>();
  for (const family of families) {
    const { provider, webhook } = webhookOfFamily(family);
    const { webhooks } = await loadProvider(provider, { cwd: packageRoot() });
    const spec = webhooks[webhook]?.spec;
    if (spec === undefined) throw new Error(`The provider ${provider} has no webhook "${webhook}"`);
    specs.set(family, spec);
  }
  return specs;
}
