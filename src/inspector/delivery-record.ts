import type { Identified } from "./identify.js";
import type { InspectedWebhook } from "./inspected-webhook.js";
import type { Verification } from "./verify-delivery.js";

/** How a delivery came here: from outside, or sent from the page. */
export type Origin = "received" | "replay" | "edited" | "new" | "duplicate" | "stale" | "forged" | "unsigned";

/** A request as it came. */
export interface RawRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  /** As they were written, in their order. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array;
  /** Whether there was more of it than the webhook takes. */
  readonly isCut: boolean;
}

/** What was answered. */
export interface DeliveryAnswer {
  /** Who answered: the inspector as the runtime would, or the app that it was forwarded to. */
  readonly from: "inspector" | "app";
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array;
  /** Milliseconds. */
  readonly duration: number;
  /** The stable code of a refusal. */
  readonly code?: string | undefined;
  /** Why, in a sentence. */
  readonly reason?: string | undefined;
  /** Whether the same delivery was done before. */
  readonly duplicate?: boolean;
}

/** All that is known of a delivery. */
export interface DeliveryRecord {
  /** `7`: counted from the start of the inspector. */
  readonly id: string;
  /** Unix milliseconds. */
  readonly at: number;
  readonly origin: Origin;
  /** The delivery that it was made from. */
  readonly of: string | undefined;
  readonly webhook: InspectedWebhook;
  readonly request: RawRequest;
  readonly identified: Identified;
  readonly verification: Verification;
  readonly answer: DeliveryAnswer;
}
