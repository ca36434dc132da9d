import type { WebhookSettings } from "./keys.js";
import type { ProblemLog } from "./problem-log.js";

/** Whether `body_signed: false` admits that a signature leaves the body out: said loudly. It must not be said of one that covers it. */
export function checkBodySigned(isCovered: boolean, { body_signed: said }: WebhookSettings, log: ProblemLog): boolean {
  // What was refused has been reported.
  if (said?.value !== false) return said !== undefined && said.value === undefined;
  if (isCovered) {
    const message = '"body_signed: false" is not so: the body is signed';
    log.error(said.mark, { code: "conflicting-keys", message, hint: "Remove body_signed." });
  } else {
    const message = "The signature does not cover the body: whoever sees one request can send another body with it";
    log.warn(said.mark, { code: "body-not-signed", message, hint: "Check what matters with the provider's API before you act on it." });
  }
  return true;
}
