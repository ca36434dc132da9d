import type { DeliveryAnswer, DeliveryRecord, Origin } from "./delivery-record.js";
import type { Verification } from "./verify-delivery.js";

/** A delivery on a line of the list. */
export interface DeliverySummary {
  readonly id: string;
  /** Unix milliseconds. */
  readonly at: number;
  readonly origin: Origin;
  readonly of: string | undefined;
  readonly webhook: string;
  /** `pull_request.opened`; undefined for what is no event. */
  readonly event: string | undefined;
  readonly kind: DeliveryRecord["identified"]["kind"];
  /** Events in it. */
  readonly count: number;
  readonly httpMethod: string;
  /** `onPullRequestOpened` */
  readonly method: string | undefined;
  readonly state: Verification["state"];
  readonly reason: Verification["reason"];
  readonly status: number;
  readonly from: DeliveryAnswer["from"];
  readonly code: string | undefined;
  readonly duplicate: boolean;
  /** Milliseconds. */
  readonly duration: number;
}

/** What the list shows of a delivery: no part of its body. */
export function summary({ id, at, origin, of, webhook, request, identified, verification, answer }: DeliveryRecord): DeliverySummary {
  const [event] = identified.events;
  return {
    id,
    at,
    origin,
    of,
    webhook: webhook.name,
    event: event ? eventName(event) : identified.claimed,
    kind: identified.kind,
    count: identified.events.length,
    httpMethod: request.method,
    method: event?.method,
    state: verification.state,
    reason: verification.reason,
    status: answer.status,
    from: answer.from,
    code: answer.code,
    duplicate: answer.duplicate ?? false,
    duration: answer.duration,
  };
}

/** `push`, `pull_request.opened` */
export function eventName({ type, action }: { readonly type: string; readonly action: string | undefined }): string {
  return action === undefined ? type : `${type}.${action}`;
}
