import { coversBody } from "../content-template.js";
import { checkBodySigned } from "./check-body-signed.js";
import { checkTimestamp } from "./check-timestamp.js";
import type { WebhookSettings } from "./keys.js";
import type { ProblemLog } from "./problem-log.js";
import type { VerificationType } from "./verification-types.js";

/** What is signed: everything it names must be there, and it must be worth a signature. */
export function checkContent(type: VerificationType, settings: WebhookSettings, log: ProblemLog): void {
  checkId(settings, log);
  checkTimestamp(settings, log);
  const { signed_content: content } = settings;
  // What was refused has been reported.
  if (content !== undefined && content.value === undefined) return;
  const template = content?.value ?? "{body}";
  checkBody(template, settings, log);
  checkSecretPlace(type, template, settings, log);
  checkUrl(template, settings, log);
}

function checkId({ signed_content: content, delivery_id_header: header }: WebhookSettings, log: ProblemLog): void {
  if (!content?.value?.includes("{id}") || header !== undefined) return;
  const message = '"signed_content" has {id}, but there is no delivery_id_header';
  log.error(content.mark, { code: "missing-delivery-id-header", message, hint: "Add delivery_id_header: the header that carries the delivery's id." });
}

function checkBody(template: string, settings: WebhookSettings, log: ProblemLog): void {
  const { signed_content: content } = settings;
  const isCovered = coversBody(template);
  const isExcused = checkBodySigned(isCovered, settings, log);
  if (!isCovered && !isExcused && content) {
    const message = '"signed_content" must contain {body}: a signature that does not cover the body protects nothing';
    log.error(content.mark, { code: "invalid-signed-content", message, hint: "Add {body}, or body_signed: false where the provider really leaves it out." });
  }
  if (!content || !isCovered || coversBody(template.replaceAll("{body_crc32}", ""))) return;
  const message = "{body_crc32} is a checksum and no hash: whoever sees one request can make another body that has the same";
  log.warn(content.mark, { code: "weak-checksum", message, hint: "Check what matters with the provider's API before you act on it." });
}

function checkSecretPlace(type: VerificationType, template: string, settings: WebhookSettings, log: ProblemLog): void {
  const { mark } = settings.signed_content ?? {};
  const hasSecret = template.includes("{secret}");
  if (mark === undefined || type.startsWith("hash_") === hasSecret) return;
  const code = "invalid-signed-content";
  if (hasSecret) log.error(mark, { code, message: `"signed_content" of ${type} cannot contain {secret}: the secret is the key`, hint: "Remove {secret}, or use verification_type: hash_sha256." });
  else log.error(mark, { code, message: `"signed_content" of ${type} must contain {secret}: without it, anybody can make the hash`, hint: "Put {secret} where the provider puts it." });
}

function checkUrl(template: string, { signed_url: variants, body_hash_query: hash }: WebhookSettings, log: ProblemLog): void {
  if (variants && !/\{(?:url|url_without_query|decoded_url)\}/.test(template)) {
    const message = '"signed_url" means nothing: "signed_content" has no {url}';
    log.error(variants.mark, { code: "unused-key", message, hint: "Remove it, or put {url} into signed_content where the provider signs it." });
  }
  // With that hash in the query the form's fields are not looked at: who could write it could send any body.
  if (!hash || /\{(?:url|path|decoded_url)\}/.test(template)) return;
  const message = '"body_hash_query" proves nothing: "signed_content" has no {url} that would cover the query';
  log.error(hash.mark, { code: "unsigned-body-hash", message, hint: "Put {url} into signed_content, or remove body_hash_query." });
}
