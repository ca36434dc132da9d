import type { WebhookExtension } from "../extension.js";
import { fail } from "../outcome.js";
import type { MaybePromise } from "../promise.js";

/**
 * Works on so many deliveries at a time in this process, and has the provider send the others later (429).
 *
 * @throws RangeError unless the limit is a whole number from 1 on
 */
export function limitConcurrency(limit: number): WebhookExtension {
  if (!Number.isSafeInteger(limit) || limit < 1) throw new RangeError("The limit must be a whole number of at least 1");
  let running = 0;
  return {
    around: (_, work) => {
      if (running >= limit) return fail("too_many_deliveries", "As many deliveries as may are being handled", undefined, 1);
      running += 1;
      return finallyDo(work, () => {
        running -= 1;
      });
    },
  };
}

function finallyDo<T>(work: () => MaybePromise<T>, end: () => void): MaybePromise<T> {
  let isPending = false;
  try {
    const value = work();
    if (value instanceof Promise) {
      isPending = true;
      return value.finally(end);
    }
    return value;
  } finally {
    if (!isPending) end();
  }
}
