import type { MaybePromise } from "../promise.js";

/** What came of a claim: it is ours now, another one's (running), or was completed before. */
export type ClaimState = "claimed" | "running" | "done";

/**
 * Remembers deliveries, so that one sent twice is handled once. Every method may answer a Promise. A claim that is
 * neither completed nor released within its lease (milliseconds) may be claimed again: its worker is taken for dead.
 *
 * `token` is new for each claim. A worker that comes back after its lease may find another one at work: by the token a
 * store tells that claim from its own. A store for one process may leave it out.
 */
export interface ClaimStore {
  /** Claims a delivery by its key, in one atomic step. */
  claim(key: string, lease: number, token?: string): MaybePromise<ClaimState>;
  /** The delivery is done: later claims are answered `done`. Does nothing while another token holds the key. */
  complete(key: string, token?: string): MaybePromise<void>;
  /** The delivery failed: the next claim gets it. Does nothing unless the token holds the key. */
  release(key: string, token?: string): MaybePromise<void>;
}

/** For how long a shared store remembers what is done, in milliseconds, unless told: past the last retry of every provider. */
export const REMEMBERED: number = 4 * 24 * 60 * 60_000;
