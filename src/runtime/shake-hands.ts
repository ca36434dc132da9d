import type { Outcome } from "./outcome.js";
import { type MaybePromise, quietly } from "./promise.js";
import type { Receiver } from "./receiver.js";
import type { Check } from "./verify/delivery.js";

/** The answer to a request that is one of the provider's handshakes, signed or not; undefined for any other. */
export function shakeHands(receiver: Receiver, check: Check, unsigned: boolean): MaybePromise<Outcome | undefined> {
  const { spec, secrets } = receiver;
  const { delivery } = check;
  const found = spec.handshakes?.find((one) => one.unsigned === unsigned && one.method === delivery.method && one.matches(check));
  return found?.answer(check, { secrets: () => secrets(delivery), onSecret: receiver.onSecret ?? (() => warnLost(receiver)) });
}

// The provider tells it again when it is asked to: to refuse the handshake would only hide what is missing.
function warnLost({ logger, spec: { provider, webhook } }: Receiver): void {
  const reason = "The provider told its secret in a handshake, and nobody kept it: give the handler the option onSecret";
  quietly(() => logger.warn?.("Webhook secret lost", { provider, webhook, code: "setup_incomplete", reason }));
}
