import type { KeyFetcher, WebhookSpec } from "@smart-webhooks/runtime";
import { publicKey } from "../delivery/public-key.js";
import type { SigningKeys } from "./find-key.js";

/**
 * Where a provider's keys are fetched and the user gave a private key of their own, its public half stands for what would
 * be fetched. Undefined for every other webhook: its keys come from where the provider has them.
 */
export function ownFetchKey(spec: WebhookSpec, { privateKeys }: SigningKeys): KeyFetcher | undefined {
  const own = privateKeys.get(spec.provider);
  if (own === undefined || !spec.verify.keyless || !spec.verify.signed) return undefined;
  return () => publicKey(spec, own);
}
