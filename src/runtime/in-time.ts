import { acknowledgement } from "./acknowledge.js";
import { finish, type Trace } from "./finish.js";
import { fail, type Outcome } from "./outcome.js";
import type { MaybePromise } from "./promise.js";
import type { Receiver } from "./receiver.js";
import type { WebhookRequest } from "./request.js";
import { WebhookResponse } from "./response.js";

/** Seconds after which the provider may send a delivery again that was cut off. */
const ASK_AGAIN = 60;

/** Milliseconds. A timer that is set to more ends at once. */
const LONGEST = 2 ** 31 - 1;

/**
 * Answers a verified delivery in the time given though its work goes on: as received where a method has begun it and the
 * platform lets it end, else with a failure, so that the provider sends it again. How it ended late is logged.
 */
export function inTime(receiver: Receiver, request: WebhookRequest, trace: Trace, work: MaybePromise<Outcome>): MaybePromise<Outcome> {
  const { respondWithin } = request;
  if (respondWithin === undefined || !(work instanceof Promise)) return work;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      const late = work.then(
        (outcome) => void finish(receiver, trace, outcome),
        (cause: unknown) => void finish(receiver, trace, fail("handler_failed", "The request could not be processed", cause)),
      );
      // Kept alive in any case: what was claimed must not stay so.
      const isKept = goesOn(request, late);
      resolve(trace.started && isKept ? received(receiver) : fail("handler_too_slow", `There was no answer after ${respondWithin} ms`, undefined, ASK_AGAIN));
    }, Math.min(respondWithin, LONGEST));
    void work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function goesOn({ waitUntil }: WebhookRequest, late: Promise<void>): boolean {
  try {
    waitUntil?.(late);
    return waitUntil !== undefined;
  } catch {
    // Some platforms have one that throws where it is not there.
    return false;
  }
}

function received({ spec }: Receiver): WebhookResponse {
  return acknowledgement(spec) ?? new WebhookResponse({ status: "success" }, { status: 202 });
}
