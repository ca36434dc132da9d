import { fail, type Failure } from "./outcome.js";
import type { Misconfiguration, Refusal } from "./verify/delivery.js";

const ADVICE: Readonly<Record<Misconfiguration, string>> = {
  public_url_missing: "This provider signs the URL: give the handler the option publicUrl, the origin under which the provider calls",
  parameter_missing: "This provider's signature needs a value that is not set: give the handler the option params, or set its environment variable",
  key_unavailable: "The provider's public key could not be fetched: give the handler the option fetchKey, or see whether the host can be reached",
  options_invalid: "An option could never work",
  secret_unusable: "None of the secrets is of the kind that this delivery is signed with",
};

/** The failure of a delivery that did not pass: all forgeries look the same from outside; a receiver that is not set up says so. */
export function refuse(reason: Refusal): Failure {
  if (!Object.hasOwn(ADVICE, reason)) return fail("signature_invalid", reason);
  return fail("setup_incomplete", ADVICE[reason as Misconfiguration]);
}
