import type { WebhookExtension } from "../extension.js";
import { fail } from "../outcome.js";

/** How many deliveries a handler takes. */
export interface RateLimit {
  readonly perMinute: number;
  /** How many may come at once; as many as in a minute unless told. */
  readonly burst?: number;
  /** The clock, in milliseconds; one that never jumps unless given. */
  readonly now?: () => number;
}

/**
 * Takes so many deliveries a minute in this process, and has the provider send the others later (429). Only verified ones count: a forger
 * cannot use them up.
 *
 * @throws RangeError for limits below one
 */
export function limitRate({ perMinute, burst = perMinute, now = () => performance.now() }: RateLimit): WebhookExtension {
  if (!(perMinute >= 1 && burst >= 1)) throw new RangeError("perMinute and burst must be numbers of at least 1");
  const perMillisecond = perMinute / 60_000;
  let left = burst;
  let last = now();
  return {
    around: (_, work) => {
      const time = now();
      left = Math.min(burst, left + Math.max(0, time - last) * perMillisecond);
      last = time;
      if (left < 1) return fail("too_many_deliveries", "The rate limit is reached", undefined, Math.ceil((1 - left) / perMillisecond / 1000));
      left -= 1;
      return work();
    },
  };
}
