import { hashBytes, toText } from "#crypto";
import { fail, type Failure, isFailure, type Outcome } from "./outcome.js";
import { attempt, chain, type MaybePromise, quietly } from "./promise.js";
import type { Receiver } from "./receiver.js";
import { successResponse } from "./response.js";
import { acknowledgement } from "./acknowledge.js";
import type { Trace } from "./finish.js";
import type { ClaimState, ClaimStore } from "./store/claim-store.js";
import type { Pieces } from "./verify/delivery.js";

/** Seconds after which the provider may ask again for a delivery that is being handled. */
const ASK_AGAIN = 10;

/** Other ids are remembered by their hash: what a sender makes up must suit every store. */
const PLAIN_ID = /^[\x21-\x7e]{1,200}$/;

/** Runs a delivery's work once: not while the same is running, and not after it was done. Without keys it always runs. */
export function once(receiver: Receiver, trace: Trace, keys: readonly string[], work: () => MaybePromise<Outcome>): MaybePromise<Outcome> {
  const [key, ...others] = keys;
  const { store } = receiver;
  if (key === undefined || store === undefined) return work();
  const token = crypto.randomUUID();
  return chain(claim(store, key, receiver.lease, token), (state) => {
    if (typeof state === "object") return state;
    trace.duplicate = state === "done";
    if (state === "done") return acknowledgement(receiver.spec) ?? successResponse({ duplicate: true });
    if (state === "running") return fail("delivery_in_progress", undefined, undefined, ASK_AGAIN);
    return chain(once(receiver, trace, others, work), (outcome) => chain(settle(receiver, store, key, token, outcome), () => outcome));
  });
}

/**
 * What a delivery is known by: its id, or its body where there is none; in strict mode also what was signed. Only events of one
 * webhook can meet.
 */
export function claimKeys(receiver: Receiver, id: string | undefined, body: Pieces, signed: Pieces): MaybePromise<readonly string[]> {
  if (receiver.store === undefined) return [];
  const { provider, webhook } = receiver.spec;
  const name = (kind: string, key: string): string => `${provider}/${webhook}/${kind}/${key}`;
  const known = id !== undefined && PLAIN_ID.test(id) ? id : hashText(id === undefined ? body : [id]);
  const content = receiver.strictReplay ? hashText(signed) : undefined;
  return chain(known, (key) => chain(content, (contentKey) => [
    name(id === undefined ? "body" : "id", key),
    ...(contentKey === undefined ? [] : [name("content", contentKey)]),
  ]));
}

function hashText(pieces: Pieces): MaybePromise<string> {
  return chain(hashBytes("sha256", pieces), (hash) => toText(hash, "base64url"));
}

function claim(store: ClaimStore, key: string, lease: number, token: string): MaybePromise<ClaimState | Failure> {
  return attempt<ClaimState | Failure>(() => store.claim(key, lease, token), (cause) => fail("store_unavailable", "The store could not claim the delivery", cause));
}

function settle({ logger, spec }: Receiver, store: ClaimStore, key: string, token: string, outcome: Outcome): MaybePromise<void> {
  const isDone = isFailure(outcome) ? outcome.failure === "handler_gave_up" : outcome.status < 400;
  return attempt<void>(
    () => (isDone ? store.complete(key, token) : store.release(key, token)),
    (cause) => {
      // The work is done, or has failed: either way its own answer is the one to give.
      const { provider, webhook } = spec;
      const reason = `The store could not ${isDone ? "complete" : "release"} the delivery: it may be handled again`;
      quietly(() => logger.error?.("Webhook store failed", { provider, webhook, code: "store_unavailable", reason, cause }));
    },
  );
}
