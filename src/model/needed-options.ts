import type { WebhookConfig } from "../config/provider-config.js";
import { contentPieces } from "../content-template.js";

/** What a handler must be given besides the secret. */
export interface NeededOptions {
  /** Names in `params` by the environment variables that hold them otherwise. */
  readonly params: ReadonlyMap<string, string>;
  /** Whether nothing but the option can get the provider's public keys: tokens name them by an id. */
  readonly fetchKey: boolean;
  /** Whether the URL is signed: behind a proxy nobody else knows it. */
  readonly publicUrl: boolean;
}

const URLS: ReadonlySet<string> = new Set(["url", "decoded_url", "url_without_query"]);

/** What a webhook's handler needs besides the secret. */
export function neededOptions({ parameters, verification: { scheme } }: Pick<WebhookConfig, "parameters" | "verification">): NeededOptions {
  const signsUrl = contentPieces(scheme.signed_content ?? "").some(({ placeholder = "" }) => URLS.has(placeholder));
  return { params: parameters, fetchKey: scheme.jwt_keys === "kid", publicUrl: signsUrl || [...(scheme.jwt_hashes?.values() ?? [])].includes("url") };
}
