import { checkScheme } from "./check-scheme.js";
import type { ProblemLog } from "./problem-log.js";
import type { Verification } from "./provider-config.js";
import type { ReadWebhook } from "./read-settings.js";
import type { Setting } from "./setting.js";
import { isVerificationType } from "./verification-types.js";

/** How a webhook's requests prove where they come from. Says loudly when they do not; undefined when the settings contradict each other. */
export function checkVerification(
  name: string,
  { settings, mark }: ReadWebhook,
  log: ProblemLog,
): Verification | undefined {
  const { verify_signature: verify, verification_type: type } = settings;
  if (verify?.value === false) return unsigned(name, verify, log);
  if (type === undefined) {
    const message = `The webhook "${name}" does not say how it is verified: verification_type is missing`;
    const hint = "Add verification_type and signature_header, or, if nothing is signed, verify_signature: false.";
    return log.error(mark, { code: "missing-verification-type", message, hint });
  }
  if (type.value === undefined || !isVerificationType(type.value)) return undefined;
  if (type.value !== "none") return checkScheme(name, type.value, type.mark, settings, log);
  if (verify !== undefined && verify.value === undefined) return undefined;
  const message = `"verification_type: none" in the webhook "${name}" needs verify_signature: false`;
  const hint = "Add verify_signature: false if requests are really unsigned: then anyone can send them.";
  return log.error(type.mark, { code: "none-needs-verify-false", message, hint });
}

function unsigned(name: string, { mark }: Setting<boolean>, log: ProblemLog): Verification {
  const message = `The webhook "${name}" is not verified (verify_signature: false): anyone can send it events`;
  log.warn(mark, {
    code: "unverified-webhook",
    message,
    hint: "Remove verify_signature: false as soon as the provider signs its requests.",
  });
  return { type: "none", scheme: {} };
}
