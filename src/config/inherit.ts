import { type KeyRule, webhookKeys, type WebhookSettings } from "./keys.js";
import type { ProviderSettings, ReadWebhook } from "./read-settings.js";
import type { Setting } from "./setting.js";

/** The user's file over the built-in one: what the user's does not say comes from the built-in, per webhook key by key. */
export function extendProvider(builtin: ProviderSettings, user: ProviderSettings): ProviderSettings {
  const webhooks = new Map<string, ReadWebhook>(builtin.webhooks);
  for (const [name, webhook] of user.webhooks) {
    const base = builtin.webhooks.get(name);
    const settings = base === undefined ? webhook.settings : inherit(base.settings, webhook.settings, () => true);
    webhooks.set(name, { settings, mark: webhook.mark });
  }
  return { ...builtin, ...user, webhooks };
}

/** A named webhook over `default`: it inherits everything but `path` and `events`; with `inherit: false` nothing. */
export function inheritDefault(fallback: WebhookSettings, named: WebhookSettings): WebhookSettings {
  if (named.inherit?.value === false) return named;
  return inherit(fallback, named, (rule) => rule.group !== "own");
}

type AnyRule = Pick<KeyRule<unknown>, "group">;

function inherit(base: WebhookSettings, own: WebhookSettings, takes: (rule: AnyRule) => boolean): WebhookSettings {
  const merged: Record<string, Setting<unknown>> = {};
  for (const [key, setting] of Object.entries(base)) {
    const rule: AnyRule = webhookKeys[key as keyof WebhookSettings];
    if (takes(rule) && !isReplaced(key, rule, base, own)) merged[key] = { ...setting, inherited: true };
  }
  // Both sides came from the table: so does their union.
  const settings = { ...merged, ...own } as WebhookSettings;
  return { ...settings, ...(base.shape && own.shape && { shape: mergeShapes(base.shape, own.shape) }) };
}

type ShapeSetting = NonNullable<WebhookSettings["shape"]>;

/** Event by event: to say the shape of one must not drop the check of all others. */
function mergeShapes(base: ShapeSetting, own: ShapeSetting): ShapeSetting {
  if (base.value === undefined || own.value === undefined) return own;
  const inherited = [...base.value].map(([event, keys]) => [event, { ...keys, inherited: true }] as const);
  return { ...own, value: new Map([...inherited, ...own.value]) };
}

function isReplaced(key: string, { group }: AnyRule, base: WebhookSettings, own: WebhookSettings): boolean {
  const type = own.verification_type;
  if (group === "scheme") return type !== undefined && isAnotherScheme(type, base.verification_type);
  // To name a scheme is to ask for verification: an inherited `false` must not switch it off in silence.
  if (key === "verify_signature") return type !== undefined && type.value !== "none";
  if (group === undefined || group === "own") return false;
  return Object.keys(own).some((other) => webhookKeys[other as keyof WebhookSettings].group === group);
}

// A provider's name stands for all of its scheme: neither it nor a type beside it takes anything of the other.
function isAnotherScheme(type: Setting<string>, inherited: Setting<string> | undefined): boolean {
  return type.isNamed === true || inherited?.isNamed === true || type.value !== inherited?.value;
}
