import type { WebhookSettings } from "./keys.js";
import type { ProblemLog } from "./problem-log.js";
import type { HmacVerification, Verification } from "./provider-config.js";
import type { ReadWebhook } from "./read-settings.js";
import type { Setting } from "./setting.js";
import type { Mark } from "./yaml-node.js";

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
  if (type.value === undefined) return undefined;
  if (type.value !== "none") return hmac(name, type.value, type, settings, log);
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
  return { type: "none" };
}

function hmac(
  name: string,
  type: HmacVerification["type"],
  { mark }: Setting<unknown>,
  settings: WebhookSettings,
  log: ProblemLog,
): Verification | undefined {
  const { signature_header: header, timestamp_header: timestamp, replay_tolerance: tolerance } = settings;
  if (type === "hmac_sha1") warnWeakHash(mark, log);
  checkTimestamp(settings, log);
  if (header === undefined) {
    const message = `The webhook "${name}" needs signature_header: ${type} reads the signature from it`;
    const hint = "Add signature_header: the header that carries the signature.";
    return log.error(mark, { code: "missing-signature-header", message, hint });
  }
  if (header.value === undefined) return undefined;
  return {
    type,
    signatureHeader: header.value,
    signaturePrefix: settings.signature_prefix?.value ?? "",
    signatureEncoding: settings.signature_encoding?.value ?? "hex",
    ...(timestamp?.value !== undefined && { timestampHeader: timestamp.value }),
    ...(tolerance?.value !== undefined && { replayTolerance: tolerance.value }),
    signedContent: settings.signed_content?.value ?? "{body}",
  };
}

function warnWeakHash(mark: Mark, log: ProblemLog): void {
  const hint = "Use hmac_sha256 if the provider offers it.";
  log.warn(mark, { code: "weak-hash", message: "hmac_sha1 rests on a weak hash", hint });
}

function checkTimestamp(settings: WebhookSettings, log: ProblemLog): void {
  const { timestamp_header: timestamp, replay_tolerance: tolerance, signed_content: content } = settings;
  const isSigned = content?.value?.includes("{timestamp}") ?? false;
  const hint = "Add timestamp_header: the header that carries the time.";
  if (timestamp === undefined) {
    const code = "missing-timestamp-header";
    if (isSigned && content !== undefined)
      log.error(content.mark, {
        code,
        message: '"signed_content" has {timestamp}, but there is no timestamp_header',
        hint,
      });
    if (tolerance !== undefined)
      log.error(tolerance.mark, { code, message: '"replay_tolerance" needs timestamp_header', hint });
  } else if (!isSigned && (content === undefined || content.value !== undefined)) {
    const message = '"timestamp_header" is not part of "signed_content": whoever replays a request can change it';
    log.warn(timestamp.mark, {
      code: "timestamp-not-signed",
      message,
      hint: "Put {timestamp} into signed_content where the provider signs it.",
    });
  }
}
