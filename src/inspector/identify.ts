import type { WebhookRequest, WebhookSpec } from "@smart-webhooks/runtime";
import { unsigned } from "@smart-webhooks/runtime/verify";
import { probe } from "./probe.js";

/** What a delivery says of itself, whoever sent it. */
export interface Identified {
  readonly kind: "event" | "handshake" | "unreadable";
  /** One, but for a batch. */
  readonly events: readonly IdentifiedEvent[];
  /** Whether nobody signs it: a handshake that is answered to anybody. */
  readonly isOpen?: boolean;
  /** Of an unreadable one, the event that it claims to be. */
  readonly claimed?: string | undefined;
  /** Why it could not be read, in a sentence. */
  readonly problem?: string | undefined;
}

/** An event, and where it would go. */
export interface IdentifiedEvent {
  readonly type: string;
  readonly action: string | undefined;
  readonly id: string | undefined;
  /** `onPullRequestOpened`; `onUnknownEvent` for what the YAML does not list. */
  readonly method: string;
  readonly payload: unknown;
}

/** Reads a delivery as the runtime would after its signature matched: a forged one says something too. */
export async function identify(spec: WebhookSpec, request: WebhookRequest): Promise<Identified> {
  const { calls, details } = await probe({ ...spec, verify: unsigned() }, request, { store: false, onSecret: () => {} });
  if (calls.length > 0) return { kind: "event", events: calls.map(({ method, event: { type, action, id, payload } }) => ({ method, type, action, id, payload })) };
  if ((details?.status ?? 0) < 400) return { kind: "handshake", events: [], isOpen: await isOpen(spec, request) };
  return { kind: "unreadable", events: [], claimed: details?.event || undefined, problem: details?.reason ?? details?.code };
}

/** Whether a handshake is answered though no signature could be right. */
async function isOpen(spec: WebhookSpec, request: WebhookRequest): Promise<boolean> {
  const refusing = { ...unsigned(), verify: () => ({ ok: false, reason: "signature_missing" }) as const };
  const { answer } = await probe({ ...spec, verify: refusing }, request, { store: false, onSecret: () => {} });
  return answer.status < 400;
}
