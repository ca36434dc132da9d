import { acknowledge, acknowledgement } from "./acknowledge.js";
import { claimKeys } from "./claim.js";
import { enqueue } from "./enqueue.js";
import { isFailure, type Outcome } from "./outcome.js";
import type { ReadPayload } from "./payload.js";
import { chain, type MaybePromise } from "./promise.js";
import { methodOf, type Receiver } from "./receiver.js";
import { successResponse } from "./response.js";
import { methodsOf } from "./route.js";
import { run } from "./run.js";
import { shakeHands } from "./shake-hands.js";
import { eventName, toEvent } from "./to-event.js";
import type { Trace } from "./finish.js";
import type { Check, Pieces, Verdict } from "./verify/delivery.js";

/** What a scheme says of a delivery that it accepts. */
export type Accepted = Extract<Verdict, { readonly ok: true }>;

/** From here on the sender is known. */
export function accept(receiver: Receiver, check: Check, body: ReadPayload, verdict: Accepted, trace: Trace): MaybePromise<Outcome> {
  const { spec } = receiver;
  if (spec.event.from === "header" && spec.handshakes === undefined && spec.batch === undefined) {
    const type = eventName(spec, check);
    if (!methodsOf(spec, type).some((name) => methodOf(receiver, name))) {
      trace.event = type;
      return acknowledge(receiver);
    }
  }
  const read = body();
  if (isFailure(read)) return read;
  return chain(shakeHands(receiver, check, false), (answer) => {
    if (answer !== undefined) return answer;
    if (receiver.dispatcher !== undefined) return enqueue(receiver, receiver.dispatcher, check, verdict, trace);
    if (spec.batch === undefined) return handleOne(receiver, check, verdict, trace);
    return handleAll(receiver, spec.batch.read(check), check, verdict, trace);
  });
}

function handleOne(receiver: Receiver, check: Check, verdict: Accepted, trace: Trace, body: Pieces = [check.delivery.body]): MaybePromise<Outcome> {
  const event = toEvent(receiver, check, verdict.timestamp, trace);
  if (isFailure(event)) return event;
  return chain(claimKeys(receiver, event.id, body, verdict.signed ?? body), (keys) => run(receiver, event, trace, keys));
}

/**
 * The items of a batch, one after the other. What was done is remembered, so that the provider can send all of it again
 * for the sake of one that failed: its failure is the answer.
 */
async function handleAll(receiver: Receiver, items: readonly unknown[], check: Check, verdict: Accepted, trace: Trace): Promise<Outcome> {
  const outcomes: Outcome[] = [];
  for (const item of items) {
    // All items have one signature: each is told from the others by its own text.
    const text = JSON.stringify(item) ?? "";
    const body = [check.delivery.body, text];
    const signed = verdict.signed && [...verdict.signed, text];
    outcomes.push(await handleOne(receiver, { ...check, payload: () => item }, { ...verdict, signed }, trace, body));
  }
  const [only, another] = outcomes;
  const failed = outcomes.find((outcome) => isFailure(outcome) || outcome.status >= 400);
  if (failed ?? (only && !another)) return failed ?? (only as Outcome);
  return acknowledgement(receiver.spec) ?? successResponse();
}
