import type { Accepted } from "./accept.js";
import { acknowledge } from "./acknowledge.js";
import { claimKeys, once } from "./claim.js";
import type { Dispatcher } from "./dispatch/dispatcher.js";
import type { Trace } from "./finish.js";
import { fail, isFailure, type Outcome } from "./outcome.js";
import { attempt, chain, type MaybePromise } from "./promise.js";
import type { Receiver } from "./receiver.js";
import { WebhookResponse } from "./response.js";
import { methodFor } from "./route.js";
import { toEvent } from "./to-event.js";
import type { Check } from "./verify/delivery.js";

/** Gives a delivery that somebody takes to the dispatcher, once, and answers 202. A batch goes as it came: its worker takes it apart. */
export function enqueue(receiver: Receiver, dispatcher: Dispatcher, check: Check, verdict: Accepted, trace: Trace): MaybePromise<Outcome> {
  // A batch is known by its body: an id outside of it may be a subscription's, and is mostly not signed.
  if (!receiver.spec.batch) {
    const event = toEvent(receiver, check, verdict, trace);
    if (isFailure(event)) return event;
    if (!methodFor(receiver, event)) return acknowledge(receiver);
  }
  const body = [check.delivery.body];
  return chain(claimKeys(receiver, trace.id, body, verdict.signed ?? body), (keys) =>
    // That it was queued is not that it was handled: the worker claims the plain keys.
    once(receiver, trace, keys.map((key) => `${key}/queued`), () => give(receiver, dispatcher, check, trace)),
  );
}

function give({ spec: { provider, webhook, acknowledgement } }: Receiver, dispatcher: Dispatcher, { delivery }: Check, { event, id, receivedAt }: Trace): MaybePromise<Outcome> {
  // JSON has no NaN: what no worker could read must not be answered as queued.
  if (!Number.isFinite(receivedAt)) return fail("setup_incomplete", "The option now gives no time: a worker could not tell how old the delivery is");
  return attempt<Outcome>(
    () =>
      chain(dispatcher.enqueue({ ...delivery, provider, webhook, event, id, receivedAt }), () =>
        acknowledgement ?? new WebhookResponse({ queued: true, status: "success" }, { status: 202 }),
      ),
    (cause) => fail("queue_unavailable", "The dispatcher could not queue the delivery", cause),
  );
}
