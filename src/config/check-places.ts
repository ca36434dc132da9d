import type { WebhookSettings } from "./keys.js";
import type { ProblemLog } from "./problem-log.js";
import type { SchemeSettingValues } from "./scheme-keys.js";

type Key = keyof SchemeSettingValues;

/** Keys of which only one can be right. */
const ALTERNATIVES: readonly (readonly Key[])[] = [
  ["signature_header", "signature_field", "signature_query"],
  ["signature_list", "signature_pairs"],
  ["signature_prefix", "signature_pairs"],
  ["timestamp_header", "timestamp_field"],
];

/** Keys that mean nothing, or something else, without another one. */
const TOGETHER: readonly (readonly [key: Key, other: Key, why: string])[] = [
  ["signature_list", "signature_header", "the list stands in a header"],
  ["signature_pairs", "signature_header", "the pairs stand in a header"],
  ["signed_items", "signature_field", "each item carries a signature of its own"],
  ["certificate_url_header", "certificate_hosts", "else anybody's certificate would do"],
  ["certificate_hosts", "certificate_url_header", "there is no other certificate to fetch"],
];

/** Where the signature, the time and the certificate stand: nothing twice, nothing that would be passed over in silence. */
export function checkPlaces(settings: WebhookSettings, log: ProblemLog): void {
  for (const keys of ALTERNATIVES) {
    const [first, second] = keys.filter((key) => settings[key] !== undefined);
    if (first === undefined || second === undefined || !settings[second]) continue;
    log.error(settings[second].mark, { code: "conflicting-keys", message: `"${second}" and "${first}" cannot both be right`, hint: `Keep one of ${keys.join(", ")}.` });
  }
  for (const [key, other, why] of TOGETHER) {
    if (!settings[key] || settings[other]) continue;
    log.error(settings[key].mark, { code: `missing-${other.replace(/_/g, "-")}`, message: `"${key}" needs ${other}: ${why}`, hint: `Add ${other}.` });
  }
  checkOneHeader(settings, log);
  checkOneTime(settings, log);
}

function checkOneHeader({ signature_header: header, signature_list: list, signature_pairs: pairs }: WebhookSettings, log: ProblemLog): void {
  const names = header?.value ?? [];
  if ((list ?? pairs) === undefined || !header || (names.length < 2 && !names.some((name) => name.includes("{n}")))) return;
  const message = `"signature_${list ? "list" : "pairs"}" is read from one header, not from several`;
  log.error(header.mark, { code: "conflicting-keys", message, hint: "Name one header, without {n}." });
}

function checkOneTime({ signature_pairs: pairs, timestamp_header, timestamp_field }: WebhookSettings, log: ProblemLog): void {
  const place = timestamp_header ?? timestamp_field;
  if (place === undefined || pairs?.value?.timestamp === undefined) return;
  const message = "The time is read from two places: signature_pairs has a timestamp";
  log.error(place.mark, { code: "conflicting-keys", message, hint: "Keep one of them: the one that is signed." });
}
