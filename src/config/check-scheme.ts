import { checkContent } from "./check-content.js";
import { checkJwt } from "./check-jwt.js";
import { checkPlaces } from "./check-places.js";
import type { WebhookSettings } from "./keys.js";
import type { ProblemLog } from "./problem-log.js";
import type { Verification } from "./provider-config.js";
import { schemeReaders, type SchemeSettingValues, type SchemeValues } from "./scheme-keys.js";
import { schemeRules } from "./scheme-rules.js";
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
  checkSecret(type, settings, log);
  if (takes.includes("signed_content")) checkContent(type, settings, log);
  if (type === "jwt") checkJwt(mark, settings, log);
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

function checkSecret(type: VerificationType, { secret_encoding: encoding, secret_prefix: prefix }: WebhookSettings, log: ProblemLog): void {
  if (type === "ed25519" && encoding?.value === "text") {
    const message = '"secret_encoding" cannot be text for ed25519: the public key is 32 bytes';
    log.error(encoding.mark, { code: "unknown-value", message, hint: "Use hex or base64, as the provider shows its key." });
  }
  if (prefix === undefined || (encoding === undefined ? type === "ed25519" : encoding.value !== "text")) return;
  const message = '"secret_prefix" is taken off a secret that is written in hex or base64 only';
  log.error(prefix.mark, { code: "missing-secret-encoding", message, hint: "Add secret_encoding: base64 or hex, or remove secret_prefix." });
}
