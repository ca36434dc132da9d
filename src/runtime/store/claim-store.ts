import type { MaybePromise } from "../promise.js";

/** What came of a claim: it is ours now, another one's (running), or was completed before. */
export type ClaimState = "claimed" | "running" | "done";

/**
 * Remembers deliveries, so that one sent twice is handled once. Every method may answer a Promise. A claim that is
 * neither completed nor released within its lease (milliseconds) may be claimed again: its worker is taken for dead.
 */
export interface ClaimStore {
  /** Claims a delivery by its key, in one atomic step. */
  claim(key: string, lease: number): MaybePromise<ClaimState>;
  /** The delivery is done: later claims are answered `done`. */
  complete(key: string): MaybePromise<void>;
  /** The delivery failed: the next claim gets it. */
  release(key: string): MaybePromise<void>;
}
