import { WebhookHandler, type WebhookSpec } from "@smart-webhooks/runtime";
import { signedRequest, type SignedRequest } from "@smart-webhooks/runtime/testing";
import { unsigned } from "@smart-webhooks/runtime/verify";
import { GenerateError } from "../errors.js";
import { checkFault, type Fault } from "./fault.js";
import type { SenderWebhook } from "./load-webhook.js";
import { newKeys } from "./new-keys.js";

/** One delivery to build. */
export interface DeliveryOptions {
  /** A text is the whole body; of a batch, an item or a list of items. */
  readonly payload: unknown;
  /** The secret, or a private key in PEM (PKCS #8). Blank where the provider signs nothing. */
  readonly key: string;
  /** Where it goes: the path and the query, which some providers sign. */
  readonly url: URL;
  /** The origin under which the receiver believes to be called, where that is not the URL's. */
  readonly publicUrl?: string | undefined;
  /** Values such as `webhookId`, by the environment variables that the spec names. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** A new one unless given. */
  readonly id?: string | undefined;
  /** The time of signing in Unix milliseconds: the present unless given. */
  readonly now?: number | undefined;
  readonly fault?: Fault | undefined;
}

/** Older than any provider's window, and than any that a receiver could have a reason for. Milliseconds. */
const LONG_AGO = 30 * 24 * 60 * 60_000;

/**
 * A delivery as the provider would send it, or with something wrong: signed offline. Its URL is the path and the query.
 *
 * @throws GenerateError for what cannot be signed, and for a fault that the webhook's deliveries cannot have
 */
export async function buildDelivery({ spec, event, headers }: SenderWebhook, options: DeliveryOptions): Promise<SignedRequest> {
  const { fault, url, env, payload, id } = options;
  if (fault !== undefined) checkFault(spec, fault);
  const now = (options.now ?? Date.now()) - (fault === "stale" ? LONG_AGO : 0);
  const secret = fault === "bad-signature" ? newKeys(spec).own : options.key;
  const publicUrl = options.publicUrl ?? url.origin;
  try {
    const sender = new (senderOf(fault === "unsigned" ? { ...spec, verify: unsigned() } : spec))({ env, publicUrl, path: url.pathname + url.search, logger: {} });
    return await signedRequest(sender, event as never, payload, { secret, id, now, headers });
  } catch (error) {
    throw cannotSign(spec, env, error);
  }
}

/** What `signedRequest` takes: a handler, which is never given a request here. */
function senderOf(spec: WebhookSpec): new (...options: ConstructorParameters<typeof WebhookHandler>) => WebhookHandler {
  return class extends WebhookHandler {
    static readonly spec = spec;
  };
}

function cannotSign({ provider, params = {} }: WebhookSpec, env: DeliveryOptions["env"], error: unknown): GenerateError {
  const unset = Object.values(params).filter((name) => (env[name] ?? "") === "");
  const why = error instanceof Error ? error.message : String(error);
  const hint = unset.length > 0 ? `Set what it signs beside the payload: ${unset.join(", ")}` : "See that the payload has what the provider signs";
  return new GenerateError([{ code: "cannot-sign", severity: "error", message: `A delivery of ${provider} cannot be signed: ${why}`, hint }]);
}
