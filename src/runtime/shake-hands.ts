import type { Outcome } from "./outcome.js";
import type { MaybePromise } from "./promise.js";
import type { Receiver } from "./receiver.js";
import type { Check } from "./verify/delivery.js";

/** The answer to a request that is one of the provider's handshakes, signed or not; undefined for any other. */
export function shakeHands(receiver: Receiver, check: Check, unsigned: boolean): MaybePromise<Outcome | undefined> {
  const { spec, secrets, onSecret } = receiver;
  const { delivery } = check;
  const found = spec.handshakes?.find((one) => one.unsigned === unsigned && one.method === delivery.method && one.matches(check));
  return found?.answer(check, { secrets: () => secrets(delivery), onSecret });
}
