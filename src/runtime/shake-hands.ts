import type { Outcome } from "./outcome.js";
import type { MaybePromise } from "./promise.js";
import type { Receiver } from "./receiver.js";
import type { Check } from "./verify/delivery.js";

/** The answer to a request that is one of the provider's handshakes, signed or not; undefined for any other. */
export function shakeHands(receiver: Receiver, check: Check, isUnsigned: boolean): MaybePromise<Outcome | undefined> {
  const { method } = check.delivery;
  const found = receiver.spec.handshakes?.find((one) => one.unsigned === isUnsigned && one.method === method && one.matches(check));
  return found?.answer(check, receiver);
}
