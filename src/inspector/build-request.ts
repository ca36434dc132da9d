import type { WebhookSpec } from "@smart-webhooks/runtime";
import { buildDelivery } from "../delivery/build-delivery.js";
import type { Fault } from "../delivery/fault.js";
import { loadWebhook } from "../delivery/load-webhook.js";
import { GenerateError } from "../errors.js";
import type { Origin, RawRequest } from "./delivery-record.js";
import { findKey, type SigningKeys } from "./find-key.js";
import type { InspectedWebhook } from "./inspected-webhook.js";
import type { ProjectFolders } from "./project-folders.js";

/** A delivery to make on the page. */
export interface Wanted {
  readonly webhook: InspectedWebhook;
  /** `push`, `pull_request.opened` */
  readonly event: string;
  /** JSON, or for what is none the whole body. */
  readonly text: string;
  readonly origin: Origin;
}

/** What is wrong with a delivery, by how it is sent. */
const FAULTS: Readonly<Partial<Record<Origin, Fault>>> = { stale: "stale", forged: "bad-signature", duplicate: "duplicate", unsigned: "unsigned" };

/**
 * Builds a delivery as the provider would send it here, signed offline.
 *
 * @throws GenerateError for an event that there is not, and for what cannot be signed
 */
export async function buildRequest({ webhook, event, text, origin }: Wanted, keys: SigningKeys, port: number, { cwd, providersDir }: ProjectFolders): Promise<RawRequest> {
  const { spec, paths } = webhook;
  const url = new URL(paths[0] ?? "/", `http://127.0.0.1:${port}`);
  const fault = FAULTS[origin];
  const signing = findKey(spec, keys);
  const key = "key" in signing ? signing.key : "";
  // What is forged or not signed needs no key.
  if ("missing" in signing && fault !== "bad-signature" && fault !== "unsigned") throw noKey(spec, signing.missing);
  const sender = await loadWebhook({ provider: spec.provider, webhook: spec.webhook, event, cwd, providersDir });
  const built = await buildDelivery(sender, { payload: toPayload(webhook, text, origin), key, url, publicUrl: keys.publicUrl, env: keys.env, fault });
  const headers = [["Host", url.host], ...Object.entries(built.headers), ["Content-Length", String(built.body.length)]] as const;
  return { method: built.method, url: built.url, headers: headers.map(([name = "", value = ""]) => [name, value] as const), body: built.body, isCut: false };
}

/** The text is sent as it is written. Only what becomes a form is read, and a new item of a batch, which is not yet the body. */
function toPayload({ spec: { bodyFormat, batch } }: InspectedWebhook, text: string, origin: Origin): unknown {
  const isForm = bodyFormat === "form" || bodyFormat === "form_or_json";
  const isItem = batch !== undefined && origin === "new";
  if (!isForm && !isItem) return text;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : text;
  } catch {
    return text;
  }
}

function noKey({ provider, secretEnv = "the secret" }: WebhookSpec, message: string): GenerateError {
  const hint = `Start smart-webhooks dev again with ${secretEnv} set, or where a private key signs with --private-key ${provider}=FILE.`;
  return new GenerateError([{ code: "cannot-sign", severity: "error", message, hint }]);
}
