import type { WebhookSpec } from "@smart-webhooks/runtime";
import { GenerateError } from "./errors.js";
import type { LoadedProvider } from "./load-provider.js";
import { unknownName } from "./model/unknown-name.js";

/**
 * The spec of a provider's webhook: the named one, else the one that is served at the path, else the first.
 *
 * @throws GenerateError for a name that no webhook has
 */
export function findWebhook(provider: string, { webhooks }: LoadedProvider, { webhook, path }: { readonly webhook?: string | undefined; readonly path: string }): WebhookSpec {
  const specs = Object.values(webhooks).map(({ spec }) => spec);
  const served = specs.find((spec) => [spec.path].flat().includes(path));
  const found = webhook === undefined ? (served ?? specs[0]) : specs.find((spec) => spec.webhook === webhook);
  if (found === undefined) throw new GenerateError([unknownName("unknown-webhook", `${provider} has no webhook "${webhook ?? ""}"`, webhook ?? "", Object.keys(webhooks))]);
  return found;
}
