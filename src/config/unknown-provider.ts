import { closest } from "../closest.js";
import type { Problem } from "../errors.js";

/** The problem of a provider that there is not, with the one that was meant. */
export function unknownProvider(provider: string, known: readonly string[]): Problem {
  const near = closest(provider, known);
  const hint = near === undefined ? `"smart-webhooks list" has the names there are. Yours? Describe it in providers/${provider}/webhook.yaml.` : `Did you mean ${near}?`;
  return { code: "unknown-provider", severity: "error", message: `There is no provider named "${provider}"`, hint };
}
