import { coversBody } from "../content-template.js";
import type { WebhookSettings } from "./keys.js";
import type { ProblemLog } from "./problem-log.js";

/** The time of signing: what needs one has one, and one that is not signed is said loudly. */
export function checkTimestamp(settings: WebhookSettings, log: ProblemLog): void {
  const { signed_content: content, timestamp_header: header, timestamp_field: field } = settings;
  const pairs = settings.signature_pairs?.value?.timestamp === undefined ? undefined : settings.signature_pairs;
  const place = header ?? field ?? pairs;
  if (place === undefined) return checkPlaceless(settings, log);
  if ((content !== undefined && content.value === undefined) || isTimeSigned(settings)) return;
  const message = `"${header ? "timestamp_header" : field ? "timestamp_field" : "signature_pairs"}" tells a time that is not part of "signed_content": whoever replays a request can change it`;
  log.warn(place.mark, { code: "timestamp-not-signed", message, hint: "Put {timestamp} into signed_content where the provider signs it." });
}

function checkPlaceless({ signed_content: content, replay_tolerance, timestamp_format }: WebhookSettings, log: ProblemLog): void {
  const asking = [
    [content?.value?.includes("{timestamp}") ? content : undefined, '"signed_content" has {timestamp}, but there is no timestamp_header'],
    [replay_tolerance, '"replay_tolerance" needs timestamp_header'],
    [timestamp_format, '"timestamp_format" needs timestamp_header'],
  ] as const;
  for (const [setting, message] of asking) {
    if (setting) log.error(setting.mark, { code: "missing-timestamp-header", message, hint: "Add timestamp_header, or timestamp_field, or the pair of the time to signature_pairs: where the request carries it." });
  }
}

function isTimeSigned({ signed_content: content, timestamp_header: header, timestamp_field: field }: WebhookSettings): boolean {
  const template = content?.value ?? "{body}";
  if (template.includes("{timestamp}")) return true;
  if (field) return coversBody(template) || template.includes(`{field:${field.value}}`);
  return header !== undefined && (template.toLowerCase().includes(`{header:${header.value}}`) || template.includes("{listed_headers:"));
}
