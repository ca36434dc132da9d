import type { EventHeaders } from "../event.js";

/** What a scheme, and the readers of event and id, may look at. */
export interface Delivery {
  readonly method: string;
  readonly url: string;
  readonly headers: EventHeaders;
  /** Exactly as received. */
  readonly body: Uint8Array;
}

/** Why a delivery was refused: for the log, never for the sender. */
export type Refusal =
  | "signature_missing"
  | "signature_malformed"
  | "signature_mismatch"
  | "timestamp_missing"
  | "timestamp_malformed"
  | "timestamp_too_old"
  | "timestamp_in_future";

/** What checking a delivery found. `timestamp` is in Unix milliseconds. */
export type Verdict =
  | { readonly ok: true; readonly timestamp: number | undefined }
  | { readonly ok: false; readonly reason: Refusal };

/** The clock a timestamp is held against. */
export interface Freshness {
  /** Unix milliseconds. */
  readonly now: number;
  /** Seconds, in both directions; the scheme's own when undefined. */
  readonly tolerance: number | undefined;
}

/** A way of signing. Made by a function such as `hmac()`, one per spec. */
export interface Scheme<Key = unknown> {
  readonly scheme: string;
  /** False only for `unsigned()`. */
  readonly signed: boolean;
  /** Turns a secret's text into a key; undefined when it cannot be one (blank, wrong encoding). */
  toKey(secret: string): Key | undefined;
  /** Checks a delivery against each key. Never throws for anything a sender may write. */
  verify(delivery: Delivery, keys: readonly Key[], freshness: Freshness): Verdict | Promise<Verdict>;
}

/** The one accepting verdict without a timestamp: shared, as most deliveries end in it. */
export const ACCEPTED: Verdict = { ok: true, timestamp: undefined };

/** A refusing verdict. No Error object: building a stack costs more than checking a signature. */
export function refused(reason: Refusal): Verdict {
  return { ok: false, reason };
}
