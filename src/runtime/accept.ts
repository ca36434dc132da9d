import { acknowledge, acknowledgement } from "./acknowledge.js";
import { claimKeys } from "./claim.js";
import { enqueue } from "./enqueue.js";
import { isFailure, type Outcome } from "./outcome.js";
import type { ReadPayload } from "./payload.js";
import { chain, type MaybePromise, quietly } from "./promise.js";
import { methodOf, type Receiver } from "./receiver.js";
import { successResponse, type WebhookResponse } from "./response.js";
import { methodsOf } from "./route.js";
import { run } from "./run.js";
import { shakeHands } from "./shake-hands.js";
import { eventName, toEvent } from "./to-event.js";
import { finish, type Trace } from "./finish.js";
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
    if (!spec.batch.isIn(check)) warnEmpty(receiver, spec.batch.path);
    return handleAll(receiver, spec.batch.read(check), check, verdict, trace);
  });
}

/** What tells an item of a batch from the others of its delivery. */
interface Item {
  /** Its place, where all of them have the delivery's id. */
  readonly place: string;
  /** What it is known by where it has no id. */
  readonly body: Pieces;
}

function handleOne(receiver: Receiver, check: Check, verdict: Accepted, trace: Trace, { place, body }: Item = { place: "", body: [check.delivery.body] }): MaybePromise<Outcome> {
  const event = toEvent(receiver, check, verdict, trace);
  if (isFailure(event)) return event;
  const id = event.id === undefined ? undefined : event.id + place;
  return chain(claimKeys(receiver, id, body, verdict.signed ?? body), (keys) => run(receiver, event, trace, keys));
}

/**
 * The items of a batch, one after the other. What was done is remembered, so that the provider can send all of it again
 * for the sake of one that failed: its failure is the answer.
 */
async function handleAll(receiver: Receiver, items: readonly unknown[], check: Check, verdict: Accepted, trace: Trace): Promise<Outcome> {
  const { spec } = receiver;
  const haveOwnIds = verdict.id === undefined && [spec.id ?? []].flat().every(({ from }) => from === "field" || from === "joined");
  const answers: WebhookResponse[] = [];
  for (const [index, item] of items.entries()) {
    const place = `/${index}`;
    // All items have one signature: each is told from the others by its place, as two may say the same.
    const signed = [...(verdict.signed ?? [check.delivery.body]), place];
    const own = items.length === 1 ? trace : { receivedAt: trace.receivedAt };
    const known = { place: haveOwnIds ? "" : place, body: [check.delivery.body, place] };
    const outcome = await handleOne(receiver, { ...check, payload: () => item }, { ...verdict, signed }, own, known);
    if (items.length === 1) return isFailure(outcome) || outcome.status >= 400 ? outcome : (acknowledgement(spec) ?? outcome);
    // Each has its own line in the log: the answer tells of one only.
    answers.push(finish(receiver, own, outcome));
  }
  trace.split = items.length > 1;
  return answers.find(({ status }) => status >= 400) ?? acknowledgement(spec) ?? successResponse();
}

/** Some providers send such deliveries to see whether anybody is there. A path that is wrong looks the same, and would lose all events. */
function warnEmpty({ logger, spec: { provider, webhook } }: Receiver, path: string): void {
  quietly(() => logger.warn?.("Webhook delivery without events", { provider, webhook, reason: `The body has no list at ${path}` }));
}
