import type { WebhookSettings } from "./keys.js";
import type { ProblemLog } from "./problem-log.js";
import type { Verification } from "./provider-config.js";
import { schemeReaders, type SchemeSettingValues, type SchemeValues } from "./scheme-keys.js";
import { schemeRules } from "./scheme-rules.js";
import { coversBody } from "../content-template.js";
import type { VerificationType } from "./verification-types.js";
import type { Mark } from "./yaml-node.js";

type Key = keyof SchemeSettingValues;

/** What a webhook says of its scheme, with every key that means nothing for it refused. Undefined when something it needs is missing. */
export function checkScheme(name: string, type: VerificationType, mark: Mark, settings: WebhookSettings, log: ProblemLog): Verification | undefined {
  const said = (Object.keys(schemeReaders) as Key[]).filter((key) => settings[key] !== undefined);
  const { takes, needs } = schemeRules[type];
  for (const key of said) if (!takes.includes(key)) unused(key, type, settings, log);
  const missing = needs.filter((keys) => !keys.some((key) => said.includes(key)));
  for (const keys of missing) lacking(name, keys, type, mark, log);
  if (missing.length > 0) return undefined;
  checkPlaces(settings, log);
  if (takes.includes("signed_content")) {
    checkId(settings, log);
    checkTimestamp(settings, log);
    checkBody(type, settings, log);
  }
  if (type.endsWith("_sha1")) log.warn(mark, { code: "weak-hash", message: `${type} rests on a weak hash`, hint: "Use a scheme with SHA-256 if the provider offers it." });
  return { type, scheme: valuesOf(said, settings) };
}

function valuesOf(said: readonly Key[], settings: WebhookSettings): SchemeValues {
  return Object.fromEntries(said.map((key) => [key, settings[key]?.value] as const).filter(([, value]) => value !== undefined));
}

function unused(key: Key, type: VerificationType, settings: WebhookSettings, log: ProblemLog): void {
  const message = `"${key}" means nothing for verification_type: ${type}`;
  if (settings[key]) log.error(settings[key].mark, { code: "unused-key", message, hint: "Remove it, or see whether verification_type is the right one." });
}

function lacking(name: string, keys: readonly Key[], type: VerificationType, mark: Mark, log: ProblemLog): void {
  const [first = ""] = keys;
  const message = `The webhook "${name}" needs ${first}: ${type} ${first === "signature_header" ? "reads the signature from it" : "cannot be checked without it"}`;
  const others = keys.slice(1).join(" or ");
  const hint = first === "signature_header" ? `Add signature_header: the header that carries the signature${others && ` (or ${others})`}.` : `Add ${first}.`;
  log.error(mark, { code: `missing-${first.replace(/_/g, "-")}`, message, hint });
}

/** Keys of which only one can be right. */
const ALTERNATIVES: readonly (readonly Key[])[] = [
  ["signature_header", "signature_field", "signature_query"],
  ["signature_list", "signature_pairs"],
  ["timestamp_header", "timestamp_field"],
];

function checkPlaces(settings: WebhookSettings, log: ProblemLog): void {
  for (const keys of ALTERNATIVES) {
    const [first, second] = keys.filter((key) => settings[key] !== undefined);
    if (first === undefined || second === undefined || !settings[second]) continue;
    log.error(settings[second].mark, { code: "conflicting-keys", message: `"${second}" and "${first}" say the same thing twice`, hint: `Keep one of ${keys.join(", ")}.` });
  }
}

function checkId({ signed_content: content, delivery_id_header: header }: WebhookSettings, log: ProblemLog): void {
  if (!content?.value?.includes("{id}") || header !== undefined) return;
  const message = '"signed_content" has {id}, but there is no delivery_id_header';
  log.error(content.mark, { code: "missing-delivery-id-header", message, hint: "Add delivery_id_header: the header that carries the delivery's id." });
}

function checkTimestamp(settings: WebhookSettings, log: ProblemLog): void {
  const { timestamp_header, timestamp_field, timestamp_format, replay_tolerance: tolerance, signed_content: content } = settings;
  const place = timestamp_header ?? timestamp_field ?? (settings.signature_pairs?.value?.timestamp === undefined ? undefined : settings.signature_pairs);
  const isSigned = content?.value?.includes("{timestamp}") ?? false;
  const hint = "Add timestamp_header: the header that carries the time.";
  const code = "missing-timestamp-header";
  if (place === undefined) {
    if (isSigned && content) log.error(content.mark, { code, message: '"signed_content" has {timestamp}, but there is no timestamp_header', hint });
    for (const setting of [tolerance, timestamp_format]) {
      if (setting) log.error(setting.mark, { code, message: `"${setting === tolerance ? "replay_tolerance" : "timestamp_format"}" needs timestamp_header`, hint });
    }
  } else if (!isSigned && timestamp_header && (content === undefined || content.value !== undefined)) {
    const message = '"timestamp_header" is not part of "signed_content": whoever replays a request can change it';
    log.warn(timestamp_header.mark, { code: "timestamp-not-signed", message, hint: "Put {timestamp} into signed_content where the provider signs it." });
  }
}

function checkBody(type: VerificationType, settings: WebhookSettings, log: ProblemLog): void {
  const { signed_content: content, body_signed: said } = settings;
  if (content?.value === undefined) return;
  const isCovered = coversBody(content.value);
  if (!isCovered && said?.value !== false) {
    const message = '"signed_content" must contain {body}: a signature that does not cover the body protects nothing';
    log.error(content.mark, { code: "invalid-signed-content", message, hint: "Add {body}, or body_signed: false where the provider really leaves it out." });
  } else if (!isCovered && said) {
    const message = "The signature does not cover the body: whoever sees one request can send another body with it";
    log.warn(said.mark, { code: "body-not-signed", message, hint: "Check what matters with the provider's API before you act on it." });
  }
  if (type.startsWith("hash_") && !content.value.includes("{secret}")) {
    log.error(content.mark, { code: "invalid-signed-content", message: `"signed_content" of ${type} must contain {secret}: without it, anybody can make the hash`, hint: "Put {secret} where the provider puts it." });
  }
}
