import type { WebhookSpec } from "@smart-webhooks/runtime";
import { envSecret } from "../env-secret.js";
import type { NamedSecret } from "../explain/case.js";

/** Variables of the environment, by name. */
export type Env = Readonly<Record<string, string | undefined>>;

/** The secrets that the environment has for a webhook, the current one first: none where it is not set. As the runtime reads them. */
export function namedSecrets({ secretEnv }: WebhookSpec, env: Env): readonly NamedSecret[] {
  if (secretEnv === undefined) return [];
  const [current, previous] = [secretEnv, `${secretEnv}_PREVIOUS`].map((name) => {
    const value = envSecret(env[name]);
    return value === undefined ? [] : [{ name, value }];
  });
  return current === undefined || current.length === 0 ? [] : [...current, ...(previous ?? [])];
}

/** The variable that ought to hold a webhook's secret, and does not; undefined where all is well. */
export function missingSecret(spec: WebhookSpec, env: Env): string | undefined {
  return spec.verify.keyless || namedSecrets(spec, env).length > 0 ? undefined : spec.secretEnv;
}

/** The texts of these secrets. */
export function secretsOf(spec: WebhookSpec, env: Env): readonly string[] {
  return namedSecrets(spec, env).map(({ value }) => value);
}
