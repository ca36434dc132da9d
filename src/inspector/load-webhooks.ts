import { GenerateError, type Problem } from "../errors.js";
import { loadProvider } from "../load-provider.js";
import type { InspectedWebhook } from "./inspected-webhook.js";

/** All webhooks of these providers. Throws one GenerateError with the problems of all of them. */
export async function loadWebhooks(providers: readonly string[], where: { readonly cwd: string; readonly providersDir: string }): Promise<readonly InspectedWebhook[]> {
  const webhooks: InspectedWebhook[] = [];
  const problems: Problem[] = [];
  for (const provider of providers) {
    try {
      const loaded = await loadProvider(provider, where);
      webhooks.push(...Object.values(loaded.webhooks).map(({ spec }) => toInspected(spec)));
    } catch (error) {
      if (!(error instanceof GenerateError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new GenerateError(problems);
  return webhooks;
}

function toInspected(spec: InspectedWebhook["spec"]): InspectedWebhook {
  const name = spec.webhook === "default" ? spec.provider : `${spec.provider}/${spec.webhook}`;
  return { name, spec, paths: [...new Set([`/webhooks/${name}`, ...[spec.path].flat()])] };
}
