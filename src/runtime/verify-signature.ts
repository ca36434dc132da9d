import { toCheck } from "./check.js";
import { lazyPayload } from "./payload.js";
import { attempt, chain, type MaybePromise } from "./promise.js";
import { toEventHeaders, type WebhookRequest } from "./request.js";
import type { WebhookSpec } from "./spec.js";
import { checkPublicUrl, positive } from "./surroundings.js";
import type { KeyFetcher, Refusal, Surroundings } from "./verify/delivery.js";

/** A request whose body is already read. */
export type ReadRequest = Omit<WebhookRequest, "body"> & { readonly body: Uint8Array };

/** What a request is verified with. */
export interface VerifyOptions {
  /** The secret, or the provider's public key; several are all tried. Not needed where keys are fetched. */
  readonly secret?: string | readonly string[] | undefined;
  /** Tried too, for rotation. */
  readonly previousSecrets?: readonly string[] | undefined;
  /** Unix milliseconds; now unless given. */
  readonly now?: number | (() => number) | undefined;
  /** Seconds a timestamp may be off, both ways, in place of the provider's. */
  readonly tolerance?: number | undefined;
  /** Origin under which the provider called, perhaps with a path; not needed when the request's URL is absolute. */
  readonly publicUrl?: string | undefined;
  /** Values of the provider's that are no secrets: `webhookId`. */
  readonly params?: Readonly<Record<string, string | undefined>> | undefined;
  readonly fetchKey?: KeyFetcher | undefined;
}

/** Whether a request is what the provider sent. `reason` is for your log: never tell the sender. */
export type VerifyResult =
  /** `timestamp` in Unix milliseconds, where a signature covers it. */
  | { readonly ok: true; readonly timestamp: number | undefined }
  | { readonly ok: false; readonly reason: Refusal };

/**
 * Verifies a request by a handler's spec, and nothing else: no routing, no parsing for you, no memory of
 * deliveries seen. Never throws. Answers a value or a Promise: always `await` it.
 */
export function verifySignature(
  spec: Pick<WebhookSpec, "verify" | "bodyFormat">,
  request: ReadRequest,
  options: VerifyOptions = {},
): MaybePromise<VerifyResult> {
  return attempt<VerifyResult>(
    () => verify(spec, request, options),
    // A clock that throws, an option that could never work, arguments of the wrong type.
    () => ({ ok: false, reason: "options_invalid" }),
  );
}

function verify(spec: Parameters<typeof verifySignature>[0], request: ReadRequest, options: VerifyOptions): MaybePromise<VerifyResult> {
  const { verify: scheme } = spec;
  const { method, url, body } = request;
  const delivery = { method, url, headers: toEventHeaders(request.headers), body };
  const keys = scheme.keyless ? [] : secretsOf(options).map((secret) => scheme.toKey(secret));
  if (!scheme.keyless && (keys.length === 0 || keys.includes(undefined))) return { ok: false, reason: "secret_unusable" };
  const check = toCheck(toSurroundings(options), delivery, lazyPayload(spec, delivery));
  return chain(scheme.verify(check, keys), (verdict) => (verdict.ok ? { ok: true, timestamp: verdict.timestamp } : { ok: false, reason: verdict.reason }));
}

function secretsOf({ secret = [], previousSecrets = [] }: VerifyOptions): readonly string[] {
  return [secret, previousSecrets].flat();
}

function toSurroundings({ now = Date.now, tolerance, publicUrl, params = {}, fetchKey }: VerifyOptions): Surroundings {
  checkPublicUrl(publicUrl);
  positive("tolerance", tolerance);
  return { now: typeof now === "function" ? now() : now, tolerance, publicUrl, trustUrl: true, params, fetchKey };
}
