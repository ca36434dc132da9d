import { hashBytes, toText } from "#crypto";
import type { Trace } from "./finish.js";
import { fail, type Failure, isFailure, type Outcome } from "./outcome.js";
import { all, attempt, chain, type MaybePromise, quietly } from "./promise.js";
import type { Receiver } from "./receiver.js";
import { successResponse } from "./response.js";
import type { ClaimState, ClaimStore } from "./store/claim-store.js";
import type { Pieces } from "./verify/delivery.js";

/** Seconds after which the provider may ask again for a delivery that is being handled. */
const ASK_AGAIN = 10;

/** Other ids are remembered by their hash: what a sender makes up must suit every store. */
const PLAIN_ID = /^[\x21-\x7e]{1,200}$/;

/** Runs a delivery's work once: not while the same is running, and not after it was done. Without keys it always runs. */
export function once(receiver: Receiver, trace: Trace, keys: readonly string[], work: () => MaybePromise<Outcome>, at = 0): MaybePromise<Outcome> {
  const key = keys[at];
  const { spec, store } = receiver;
  if (key === undefined || !store) return work();
  const token = newToken();
  return chain(claim(store, key, receiver.lease, token), (state) => {
    if (typeof state === "object") return state;
    trace.duplicate = state === "done";
    if (trace.duplicate) return spec.acknowledgement ?? successResponse({ duplicate: true });
    if (state === "running") return fail("delivery_in_progress", undefined, undefined, ASK_AGAIN);
    return chain(once(receiver, trace, keys, work, at + 1), (outcome) => settle(receiver, store, key, token, outcome));
  });
}

/**
 * What a delivery is known by: its id, or its body where there is none; in strict mode also what was signed. Only events of one
 * webhook can meet.
 */
export function claimKeys({ keyPrefix, store, strictReplay }: Receiver, id: string | undefined, body: Pieces, signed: Pieces): MaybePromise<readonly string[]> {
  if (!store) return [];
  const known = id === undefined ? hashed(`${keyPrefix}body/`, body) : PLAIN_ID.test(id) ? `${keyPrefix}id/${id}` : hashed(`${keyPrefix}id/`, [id]);
  return strictReplay ? all([known, hashed(`${keyPrefix}content/`, signed)]) : chain(known, (key) => [key]);
}

function hashed(prefix: string, pieces: Pieces): MaybePromise<string> {
  return chain(hashBytes("sha256", pieces), (hash) => prefix + toText(hash, "base64url"));
}

let seed: string | undefined;
let count = 0;

/** One that no other process has: of random bits that are drawn once, and a number. */
function newToken(): string {
  seed ??= crypto.randomUUID();
  return seed + count++;
}

function claim(store: ClaimStore, key: string, lease: number, token: string): MaybePromise<ClaimState | Failure> {
  return attempt<ClaimState | Failure>(() => store.claim(key, lease, token), (cause) => fail("store_unavailable", "The store could not claim the delivery", cause));
}

/** The work is done, or has failed: whatever the store says of it, its own answer is the one to give. */
function settle({ logger, spec: { provider, webhook } }: Receiver, store: ClaimStore, key: string, token: string, outcome: Outcome): MaybePromise<Outcome> {
  const what = (isFailure(outcome) ? outcome.failure === "handler_gave_up" : outcome.status < 400) ? "complete" : "release";
  const settled = attempt<void>(
    () => store[what](key, token),
    (cause) => {
      const reason = `The store could not ${what} the delivery: it may be handled again`;
      quietly(() => logger.error?.("Webhook store failed", { provider, webhook, code: "store_unavailable", reason, cause }));
    },
  );
  return chain(settled, () => outcome);
}
