import type { WebhookSpec } from "@smart-webhooks/runtime";
import type { Env } from "./secrets-of.js";

/** The values that a webhook takes from the environment besides its secret: `webhookId`. */
export function paramsOf({ params = {} }: WebhookSpec, env: Env): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(Object.entries(params).map(([name, variable]) => [name, env[variable]]));
}
