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
    webhooks.set(name, { ...webhook, settings: await resolve(webhook.settings, source, log) });
  }
  return { ...settings, webhooks };
}

async function resolve(settings: WebhookSettings, { names, load }: SchemeSource, log: ProblemLog): Promise<WebhookSettings> {
  const type = settings.verification_type;
  if (type?.value === undefined || isVerificationType(type.value)) return settings;
  const provider = type.value.replace(/_/g, "-");
  const known = await names();
  const named = known.includes(provider) ? (await load(provider))?.webhooks.get("default")?.settings : undefined;
  const actual = named?.verification_type?.value;
  if (named === undefined || actual === undefined) return { ...settings, verification_type: unknownType(type, known, log) };
  const scheme = Object.fromEntries(
    Object.keys(schemeReaders).flatMap((key) => {
      const setting = named[key as keyof typeof schemeReaders];
      return setting === undefined ? [] : [[key, { ...setting, mark: type.mark }]];
    }),
  ) as WebhookSettings;
  return { ...scheme, ...settings, verification_type: { ...type, value: actual, isNamed: true } };
}

function unknownType(type: Setting<string>, names: readonly string[], log: ProblemLog): Setting<string> {
  const word = type.value ?? "";
  const near = closest(word, [...verificationTypes, ...names.map((name) => name.replace(/-/g, "_"))]);
  const hint = near === undefined ? `Use one of ${verificationTypes.join(", ")}, or the name of a built-in provider that signs alike.` : `Did you mean ${near}?`;
  log.error(type.mark, { code: "unknown-value", message: `"verification_type" cannot be ${shown(word)}`, hint });
  return { ...type, value: undefined };
}
