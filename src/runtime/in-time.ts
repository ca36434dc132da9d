import { finish, type Trace } from "./finish.js";
import { crashed, fail, type Outcome } from "./outcome.js";
import type { MaybePromise } from "./promise.js";
import type { Receiver } from "./receiver.js";
import { WebhookResponse } from "./response.js";

/** Answers a verified delivery while the work on it goes on. */
export type InTime = (receiver: Receiver, trace: Trace, work: MaybePromise<Outcome>) => MaybePromise<Outcome>;

/** Keeps work alive after the answer. */
export type WaitUntil = (work: Promise<unknown>) => void;

/** Seconds after which the provider may send a delivery again that was cut off. */
const ASK_AGAIN = 60;

/** Milliseconds. A timer that is set to more ends at once. */
const LONGEST = 2 ** 31 - 1;

/**
 * Answers a verified delivery in the time given (milliseconds) though its work goes on: as received where a method has begun it and the
 * platform lets it end, else with a failure, so that the provider sends it again. How it ended late is logged.
 */
export function inTime(milliseconds: number, waitUntil: WaitUntil | undefined): InTime {
  return (receiver, trace, work) => {
    if (!(work instanceof Promise)) return work;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        const late = work.then(
          (outcome) => void finish(receiver, trace, outcome),
          (cause: unknown) => void finish(receiver, trace, crashed(cause)),
        );
        // Kept alive in any case: what was claimed must not stay so.
        const isKept = goesOn(waitUntil, late);
        resolve(trace.started && isKept ? received(receiver) : fail("handler_too_slow", `There was no answer after ${milliseconds} ms`, undefined, ASK_AGAIN));
      }, Math.min(milliseconds, LONGEST));
      void work.then(resolve, reject).finally(() => clearTimeout(timer));
    });
  };
}

function goesOn(waitUntil: WaitUntil | undefined, late: Promise<void>): boolean {
  try {
    waitUntil?.(late);
    return waitUntil !== undefined;
  } catch {
    // Some platforms have one that throws where it is not there.
    return false;
  }
}

function received({ spec }: Receiver): WebhookResponse {
  return spec.acknowledgement ?? new WebhookResponse({ status: "success" }, { status: 202 });
}
