import type { WebhookSpec } from "@smart-webhooks/runtime";
import { keyKind } from "../delivery/key-kind.js";
import { type Env, secretsOf } from "./secrets-of.js";

/** What deliveries of a webhook can be signed with here, or what is missing for it. */
export type SigningKey = { readonly key: string } | { readonly missing: string };

/** The key that the environment has: the secret, or where the provider alone can sign, a private key of the user's own. */
export function signingKey(spec: WebhookSpec, env: Env): SigningKey {
  if (!spec.verify.signed) return { key: "" };
  if (keyKind(spec) === undefined) {
    const [key] = secretsOf(spec, env);
    return key === undefined ? { missing: spec.secretEnv ?? "the secret" } : { key };
  }
  const name = privateKeyEnv(spec);
  const key = env[name];
  return key === undefined || key.trim() === "" ? { missing: name } : { key: key.replaceAll("\\n", "\n") };
}

/** `DISCORD_PRIVATE_KEY`: beside the public key, which the app has. */
function privateKeyEnv({ provider }: WebhookSpec): string {
  return `${provider.toUpperCase().replaceAll("-", "_")}_PRIVATE_KEY`;
}
