import type { WebhookSpec } from "@smart-webhooks/runtime";
import { signingKey } from "../delivery/signing-key.js";
import { GenerateError } from "../errors.js";
import type { Env } from "./secrets-of.js";

/** What deliveries are signed and verified with here. */
export interface SigningKeys {
  readonly env: Env;
  /** The texts of private keys in PEM, by provider. */
  readonly privateKeys: ReadonlyMap<string, string>;
  /** The origin that the app believes to be called at; as the request tells it when undefined. */
  readonly publicUrl?: string | undefined;
}

/** The key to sign deliveries of a webhook with, or why there is none. */
export function findKey(spec: WebhookSpec, { env, privateKeys }: SigningKeys): { readonly key: string } | { readonly missing: string } {
  try {
    return { key: signingKey(spec, { env, privateKey: privateKeys.get(spec.provider) }) };
  } catch (error) {
    if (error instanceof GenerateError) return { missing: error.message };
    throw error;
  }
}
