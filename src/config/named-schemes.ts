import { closest } from "../closest.js";
import type { WebhookSettings } from "./keys.js";
import type { ProblemLog } from "./problem-log.js";
import type { ProviderSettings, ReadWebhook } from "./read-settings.js";
import { schemeReaders } from "./scheme-keys.js";
import type { Setting } from "./setting.js";
import { shown } from "./shown.js";
import { isVerificationType, verificationTypes } from "./verification-types.js";

/** The built-in providers whose scheme a webhook may name. */
export interface SchemeSource {
  names(): Promise<readonly string[]>;
  /** What the built-in `webhook.yaml` of a provider says. */
  load(provider: string): Promise<ProviderSettings | undefined>;
}

/** `verification_type: stripe` stands for what the built-in provider `stripe` says of its scheme; a webhook's own keys come on top. */
export async function resolveNamedSchemes(settings: ProviderSettings, source: SchemeSource, log: ProblemLog): Promise<ProviderSettings> {
  const webhooks = new Map<string, ReadWebhook>();
  for (const [name, webhook] of settings.webhooks) {
    webhooks.set(name, { ...webhook, settings: await resolve(webhook.settings, source, log, []) });
  }
  return { ...settings, webhooks };
}

// A built-in provider may name another one: `seen` are the names on the way.
async function resolve(settings: WebhookSettings, source: SchemeSource, log: ProblemLog, seen: readonly string[]): Promise<WebhookSettings> {
  const type = settings.verification_type;
  if (type?.value === undefined || isVerificationType(type.value)) return settings;
  const known = await source.names();
  const provider = known.find((name) => asWord(name) === type.value && !seen.includes(type.value));
  const base = provider === undefined ? undefined : (await source.load(provider))?.webhooks.get("default")?.settings;
  const named = base && (await resolve(base, source, log, [...seen, type.value]));
  const actual = named?.verification_type?.value;
  if (named === undefined || actual === undefined) return { ...settings, verification_type: unknownType(type, known, log) };
  const scheme = Object.fromEntries(
    [...Object.keys(schemeReaders), ...companions(named, settings)].flatMap((key) => {
      const setting = named[key as keyof WebhookSettings];
      return setting === undefined ? [] : [[key, { ...setting, mark: type.mark, valueMark: type.valueMark }]];
    }),
  ) as WebhookSettings;
  return { ...scheme, ...settings, verification_type: { ...type, value: actual, isNamed: true } };
}

/** Keys that are no scheme's own, but that a scheme rests on: its parameters, the id that it signs, the form that it reads. */
function companions(named: WebhookSettings, own: WebhookSettings): readonly (keyof WebhookSettings)[] {
  const content = named.signed_content?.value ?? "";
  const signsId = content.includes("{id}") && own.delivery_id_header === undefined;
  const readsBody = named.signature_field !== undefined || /\{(?:form|query_and_form|field:.*)\}/.test(content);
  const hasParameters = named.parameters !== undefined && own.parameters === undefined;
  return [...(hasParameters ? ["parameters" as const] : []), ...(signsId ? ["delivery_id_header" as const] : []), ...(readsBody ? (["body_format", "form_field"] as const) : [])];
}

function unknownType(type: Setting<string>, names: readonly string[], log: ProblemLog): Setting<string> {
  const word = type.value ?? "";
  const near = closest(word, [...verificationTypes, ...names.map(asWord)].filter((name) => name !== word));
  const hint = near === undefined ? `Use one of ${verificationTypes.join(", ")}, or the name of a built-in provider that signs alike.` : `Did you mean ${near}?`;
  log.error(type.valueMark, { code: "unknown-value", message: `"verification_type" cannot be ${shown(word)}`, hint });
  return { ...type, value: undefined };
}

/** The folder `lemon-squeezy` as the YAML writes it: `lemon_squeezy`. */
function asWord(provider: string): string {
  return provider.replace(/-/g, "_");
}
