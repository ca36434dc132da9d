import { type ReadRequest, type Refusal, verifySignature, type WebhookSpec } from "@smart-webhooks/runtime";
import type { SigningKeys } from "./find-key.js";
import { ownFetchKey } from "./own-fetch-key.js";
import { paramsOf } from "./params-of.js";
import { secretsOf } from "./secrets-of.js";

/** What checking the signature found. */
export interface Verification {
  readonly state: "verified" | "refused" | "no-secret" | "unsigned" | "unread" | "not-needed";
  /** Why it was refused. */
  readonly reason?: Refusal;
  /** When the provider says it was sent, in Unix milliseconds, where that is signed. */
  readonly timestamp?: number | undefined;
}

/** Verifies a request with the runtime and the secrets of the environment. */
export async function verifyDelivery(spec: WebhookSpec, request: ReadRequest, keys: SigningKeys, now: number): Promise<Verification> {
  const { signed, keyless } = spec.verify;
  if (!signed) return { state: "unsigned" };
  const secret = secretsOf(spec, keys.env);
  if (!keyless && secret.length === 0) return { state: "no-secret" };
  const result = await verifySignature(spec, request, { secret, now, params: paramsOf(spec, keys.env), fetchKey: ownFetchKey(spec, keys), publicUrl: keys.publicUrl });
  return result.ok ? { state: "verified", timestamp: result.timestamp } : { state: "refused", reason: result.reason };
}
