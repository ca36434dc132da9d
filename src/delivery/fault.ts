import type { WebhookSpec } from "@smart-webhooks/runtime";
import type { Scheme, SignatureOptions } from "@smart-webhooks/runtime/verify";
import { GenerateError } from "../errors.js";

/** What can be wrong with a delivery on purpose. A duplicate is one that is sent twice. */
export type Fault = "bad-signature" | "stale" | "duplicate" | "unsigned";

/**
 * Makes sure that a webhook's deliveries can be forged in that way.
 *
 * @throws GenerateError where nothing is signed, or no time is
 */
export function checkFault({ provider, verify }: WebhookSpec, fault: Fault): void {
  if (fault === "duplicate") return;
  if (!verify.signed) throw impossible(fault, `${provider} is not verified (verify_signature: false): there is no signature`, "Whatever is sent is taken: leave the option out");
  if (fault === "stale" && !hasWindow(verify)) {
    throw impossible(fault, `${provider} does not sign when it sends: a delivery of any age is taken`, "Send it twice with --duplicate: deliveries are remembered instead");
  }
}

/** Whether the receiver refuses what was signed long ago. */
function hasWindow(verify: Scheme): boolean {
  if (verify.scheme === "standard_webhooks" || verify.scheme === "jwt") return true;
  const { timestamp } = verify as Scheme & SignatureOptions;
  return timestamp !== undefined && Number.isFinite(timestamp.tolerance);
}

function impossible(fault: Fault, message: string, hint: string): GenerateError {
  return new GenerateError([{ code: "impossible-fault", severity: "error", message: `--${fault}: ${message}`, hint }]);
}
