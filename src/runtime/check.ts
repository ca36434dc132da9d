import { isFailure } from "./outcome.js";
import type { ReadPayload } from "./payload.js";
import type { Check, Delivery, Surroundings } from "./verify/delivery.js";

/** A delivery and what it is checked against. A scheme that looks into a malformed body finds nothing there. */
export function toCheck({ now, tolerance, publicUrl, trustUrl, params, fetchKey }: Surroundings, delivery: Delivery, body: ReadPayload): Check {
  const payload = (): unknown => {
    const read = body();
    return isFailure(read) ? undefined : read.payload;
  };
  // Name by name: to spread it costs more than all other checks of a request that is refused.
  return { now, tolerance, publicUrl, trustUrl, params, fetchKey, delivery, payload };
}
