import { fromText, toText } from "#crypto";
import type { EventHeaders } from "../event.js";
import type { QueuedDelivery } from "./dispatcher.js";

/** A delivery as JSON, for queues that keep text. */
export interface WebhookJob extends Omit<QueuedDelivery, "body" | "event" | "id"> {
  readonly event?: string;
  readonly id?: string;
  /** Base64: the bytes need not be text. */
  readonly body: string;
}

/** Writes a delivery for a queue. */
export function toJob({ provider, webhook, event, id, method, url, headers, body, receivedAt }: QueuedDelivery): WebhookJob {
  const known = { ...(event !== undefined && { event }), ...(id !== undefined && { id }) };
  return { provider, webhook, ...known, method, url, receivedAt, headers: { ...headers }, body: toText(body, "base64") };
}

/** Reads a delivery from a queue; undefined for what is none. */
export function fromJob(job: unknown): QueuedDelivery | undefined {
  if (typeof job !== "object" || job === null) return undefined;
  const { provider, webhook, event, id, method, url, headers, body, receivedAt } = job as Partial<Record<keyof WebhookJob, unknown>>;
  if (typeof provider !== "string" || typeof webhook !== "string" || typeof method !== "string" || typeof url !== "string") return undefined;
  if (typeof body !== "string" || typeof receivedAt !== "number" || typeof headers !== "object" || headers === null) return undefined;
  const bytes = decode(body);
  if (bytes === undefined) return undefined;
  return {
    provider, webhook, method, url, receivedAt,
    event: typeof event === "string" ? event : undefined,
    id: typeof id === "string" ? id : undefined,
    headers: Object.fromEntries(Object.entries(headers).filter(([, value]) => typeof value === "string")) as EventHeaders,
    body: bytes,
  };
}

function decode(text: string): Uint8Array | undefined {
  try {
    return fromText(text, "base64");
  } catch {
    return undefined;
  }
}

/** What a person should see of a job: its webhook, event and id. */
export function describeJob(job: unknown): string {
  const delivery = fromJob(job);
  if (delivery === undefined) return "not a delivery";
  const { provider, webhook, event, id } = delivery;
  return [`${provider}/${webhook}`, event, id].filter((part) => part !== undefined && part !== "").join(" ");
}
