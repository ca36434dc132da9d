import { providerKeys, webhookKeys, type WebhookSettings } from "./keys.js";
import type { ProblemLog } from "./problem-log.js";
import type { Reader, Setting } from "./setting.js";
import { shown } from "./shown.js";
import { unknownKey } from "./unknown-key.js";
import { webhookNameFault } from "./webhook-name.js";
import { wrongType } from "./wrong-type.js";
import type { Mark, YamlEntry, YamlMap } from "./yaml-node.js";

/** What one file says about a provider, each value checked by itself. */
export interface ProviderSettings {
  readonly name?: Setting<string>;
  readonly docs?: Setting<string>;
  readonly webhooks: ReadonlyMap<string, ReadWebhook>;
}

/** One entry under `webhooks:`. */
export interface ReadWebhook {
  readonly settings: WebhookSettings;
  readonly mark: Mark;
}

/** Reads the tree of one file; what is wrong with a key or a value goes to the log. */
export function readSettings(root: YamlMap, log: ProblemLog): ProviderSettings {
  const { webhooks, ...settings } = readKeys(
    root,
    { ...providerKeys, webhooks: { read: readWebhooks } },
    "the file",
    log,
  );
  if (webhooks === undefined) {
    const message = `${root.mark.source.file} has no "webhooks"`;
    log.error(root.mark, {
      code: "missing-webhooks",
      message,
      hint: "Add the key webhooks: with a webhook named default under it.",
    });
  }
  return { ...settings, webhooks: webhooks?.value ?? new Map() };
}

const readWebhooks: Reader<ReadonlyMap<string, ReadWebhook>> = (node, context) => {
  if (node.kind !== "map" || node.entries.size === 0) return wrongType(node, context, "a map of at least one webhook");
  const webhooks = new Map<string, ReadWebhook>();
  for (const [name, entry] of node.entries) {
    const webhook = isWebhookName(name, entry, context.log) ? readWebhook(name, entry, context.log) : undefined;
    if (webhook !== undefined) webhooks.set(name, webhook);
  }
  return webhooks;
};

function isWebhookName(name: string, { keyMark }: YamlEntry, log: ProblemLog): boolean {
  const fault = webhookNameFault(name);
  if (fault === undefined) return true;
  const message = `${shown(name)} under "webhooks" cannot be a webhook's name: it ${fault}`;
  const hint = "Choose a name such as releases: it becomes a file and part of a class name.";
  log.error(keyMark, { code: "invalid-webhook-name", message, hint });
  return false;
}

function readWebhook(name: string, { keyMark, value }: YamlEntry, log: ProblemLog): ReadWebhook | undefined {
  if (value.kind !== "map") return wrongType(value, { key: `webhooks.${name}`, log }, "a map of settings");
  return { settings: readKeys(value, webhookKeys, `the webhook "${name}"`, log), mark: keyMark };
}

type Rules<Values> = { readonly [Key in keyof Values]: { readonly read: Reader<Values[Key]> } };
type Settings<Values> = { readonly [Key in keyof Values]?: Setting<Values[Key]> };

function readKeys<Values>(map: YamlMap, rules: Rules<Values>, where: string, log: ProblemLog): Settings<Values> {
  const settings: { [Key in keyof Values]?: Setting<Values[Key]> } = {};
  for (const [key, entry] of map.entries) {
    if (!isKeyOf(rules, key)) unknownKey(key, entry, Object.keys(rules), where, log);
    else {
      const value = rules[key].read(entry.value, { key, log });
      settings[key] = { value, mark: entry.keyMark, valueMark: entry.value.mark, inherited: false };
    }
  }
  return settings;
}

function isKeyOf<Table extends object>(table: Table, key: string): key is Extract<keyof Table, string> {
  return Object.hasOwn(table, key);
}
