import { hashBytes, toText } from "#crypto";
import { fail, type Failure, isFailure, type Outcome } from "./outcome.js";
import { attempt, chain, type MaybePromise, quietly } from "./promise.js";
import type { Receiver } from "./receiver.js";
import { successResponse } from "./response.js";
import { acknowledgement } from "./acknowledge.js";
import type { ClaimState, ClaimStore } from "./store/claim-store.js";
import type { Pieces } from "./verify/delivery.js";

/** How long a worker may take before another one gets its delivery. Milliseconds. */
const LEASE = 5 * 60_000;

/** Seconds after which the provider may ask again for a delivery that is being handled. */
const ASK_AGAIN = 10;

/** Longer ids are remembered by their hash: a store must not hold what a sender makes up. */
const LONGEST_ID = 200;

/** Runs a delivery's work once: not while the same is running, and not after it was done. Without keys it always runs. */
export function once(receiver: Receiver, keys: readonly string[], work: () => MaybePromise<Outcome>): MaybePromise<Outcome> {
  const [key, ...others] = keys;
  const { store } = receiver;
  if (key === undefined || store === undefined) return work();
  return chain(claim(store, key), (state) => {
    if (typeof state === "object") return state;
    if (state === "done") return acknowledgement(receiver.spec) ?? successResponse({ duplicate: true });
    if (state === "running") return fail("delivery_in_progress", undefined, undefined, ASK_AGAIN);
    return chain(once(receiver, others, work), (outcome) => chain(settle(receiver, store, key, outcome), () => outcome));
  });
}

/** What a delivery is known by: its id, and in strict mode what was signed. Only events of one webhook can meet. */
export function claimKeys(receiver: Receiver, id: string | undefined, signed: Pieces): MaybePromise<readonly string[]> {
  const { provider, webhook } = receiver.spec;
  const name = (kind: string, key: string): string => `${provider}/${webhook}/${kind}/${key}`;
  const known = id === undefined || id.length <= LONGEST_ID ? id : hashText([id]);
  const content = receiver.strictReplay ? hashText(signed) : undefined;
  return chain(known, (idKey) => chain(content, (contentKey) => [
    ...(idKey === undefined ? [] : [name("id", idKey)]),
    ...(contentKey === undefined ? [] : [name("content", contentKey)]),
  ]));
}

function hashText(pieces: Pieces): MaybePromise<string> {
  return chain(hashBytes("sha256", pieces), (hash) => toText(hash, "base64url"));
}

function claim(store: ClaimStore, key: string): MaybePromise<ClaimState | Failure> {
  return attempt<ClaimState | Failure>(() => store.claim(key, LEASE), (cause) => fail("store_unavailable", "The store could not claim the delivery", cause));
}

function settle({ logger, spec }: Receiver, store: ClaimStore, key: string, outcome: Outcome): MaybePromise<void> {
  const isDone = isFailure(outcome) ? outcome.failure === "handler_gave_up" : outcome.status < 400;
  return attempt<void>(
    () => (isDone ? store.complete(key) : store.release(key)),
    (cause) => {
      // The work is done, or has failed: either way its own answer is the one to give.
      const { provider, webhook } = spec;
      const reason = `The store could not ${isDone ? "complete" : "release"} the delivery: it may be handled again`;
      quietly(() => logger.error?.("Webhook store failed", { provider, webhook, code: "store_unavailable", reason, cause }));
    },
  );
}
