import { acknowledge } from "./acknowledge.js";
import { claimKeys } from "./claim.js";
import { enqueue } from "./enqueue.js";
import type { Trace } from "./finish.js";
import { isFailure, type Outcome } from "./outcome.js";
import type { ReadPayload } from "./payload.js";
import { chain, type MaybePromise } from "./promise.js";
import type { Receiver } from "./receiver.js";
import { isTaken } from "./route.js";
import { run } from "./run.js";
import { shakeHands } from "./shake-hands.js";
import { eventName, toEvent } from "./to-event.js";
import type { Check, Pieces, Verdict } from "./verify/delivery.js";

/** What a scheme says of a delivery that it accepts. */
export type Accepted = Extract<Verdict, { readonly ok: true }>;

/** From here on the sender is known. */
export function accept(receiver: Receiver, check: Check, body: ReadPayload, verdict: Accepted, trace: Trace): MaybePromise<Outcome> {
  const { spec, dispatcher } = receiver;
  const { batch } = spec;
  if (spec.event.from === "header" && !spec.handshakes && !batch) {
    const type = eventName(spec, check);
    if (!isTaken(receiver, type)) {
      trace.event = type;
      return acknowledge(receiver);
    }
  }
  const read = body();
  if (isFailure(read)) return read;
  return chain(shakeHands(receiver, check, false), (answer) => {
    if (answer !== undefined) return answer;
    if (dispatcher) return enqueue(receiver, dispatcher, check, verdict, trace);
    return batch ? batch.handle(receiver, check, verdict, trace) : handleOne(receiver, check, verdict, trace);
  });
}

/** Handles one event. `known` is what an item of a batch is known by where it has no id; `place` is its own, where all have the delivery's. */
export function handleOne(receiver: Receiver, check: Check, verdict: Accepted, trace: Trace, known: Pieces = [check.delivery.body], place = ""): MaybePromise<Outcome> {
  const event = toEvent(receiver, check, verdict, trace);
  if (isFailure(event)) return event;
  const id = event.id === undefined ? undefined : event.id + place;
  return chain(claimKeys(receiver, id, known, verdict.signed ?? known), (keys) => run(receiver, event, trace, keys));
}
