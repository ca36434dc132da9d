import { checkWebhook, defaultPath } from "./check-webhook.js";
import { displayNameOf } from "./display-name.js";
import { inheritDefault } from "./inherit.js";
import type { ProblemLog } from "./problem-log.js";
import type { ProviderConfig, WebhookConfig } from "./provider-config.js";
import type { ProviderSettings, ReadWebhook } from "./read-settings.js";
import { shown } from "./shown.js";
import type { Mark } from "./yaml-node.js";

/** The provider's settings as a ProviderConfig without its warnings; what contradicts goes to the log. */
export function checkProvider(
  provider: string,
  settings: ProviderSettings,
  log: ProblemLog,
): Omit<ProviderConfig, "warnings"> {
  const resolved = resolveWebhooks(settings.webhooks);
  checkPaths(provider, resolved, log);
  const webhooks: WebhookConfig[] = [];
  for (const [name, webhook] of resolved) {
    const config = checkWebhook(provider, name, webhook, log);
    if (config !== undefined) webhooks.push(config);
  }
  const docs = settings.docs?.value;
  return {
    provider,
    name: settings.name?.value ?? displayNameOf(provider),
    ...(docs !== undefined && { docs }),
    source: `providers/${provider}/webhook.yaml`,
    webhooks,
  };
}

function resolveWebhooks(webhooks: ProviderSettings["webhooks"]): Map<string, ReadWebhook> {
  const resolved = new Map<string, ReadWebhook>();
  const fallback = webhooks.get("default");
  if (fallback !== undefined) resolved.set("default", fallback);
  for (const [name, { settings, mark }] of webhooks) {
    if (name !== "default") resolved.set(name, { settings: inheritDefault(fallback?.settings ?? {}, settings), mark });
  }
  return resolved;
}

function checkPaths(provider: string, webhooks: ReadonlyMap<string, ReadWebhook>, log: ProblemLog): void {
  const taken = new Map<string, string>();
  for (const [name, { settings, mark }] of webhooks) {
    const paths = settings.path === undefined ? [defaultPath(provider, name)] : (settings.path.value ?? []);
    for (const path of paths) {
      const key = path.replace(/(?<=.)\/$/, "");
      const other = taken.get(key);
      if (other === undefined) taken.set(key, name);
      else reportConflict(path, [other, name], settings.path?.mark ?? mark, log);
    }
  }
}

function reportConflict(path: string, [first, second]: readonly [string, string], mark: Mark, log: ProblemLog): void {
  const message = `The webhooks "${first}" and "${second}" have the same path ${shown(path)}`;
  log.error(mark, { code: "path-conflict", message, hint: "Give each webhook a path of its own." });
}
