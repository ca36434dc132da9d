import { checkEvents } from "./check-events.js";
import { checkParameters } from "./check-parameters.js";
import { checkVerification } from "./check-verification.js";
import type { ProblemLog } from "./problem-log.js";
import type { WebhookConfig } from "./provider-config.js";
import type { ReadWebhook } from "./read-settings.js";
import { isKeyless } from "./scheme-rules.js";

/** One webhook with what it inherits filled in: checks that its settings agree, and adds the defaults. Undefined when they do not. */
export function checkWebhook(
  provider: string,
  name: string,
  webhook: ReadWebhook,
  log: ProblemLog,
): WebhookConfig | undefined {
  const { settings, mark } = webhook;
  const verification = checkVerification(name, webhook, log);
  const routing = checkEvents(name, webhook, log);
  if (verification === undefined || routing === undefined) return undefined;
  checkParameters(settings, log);
  return {
    name,
    ...present({
      docs: settings.docs?.value,
      actionField: settings.action_field?.value,
      bodyFormat: settings.body_format?.value,
      formField: settings.form_field?.value,
      maxBodyBytes: settings.max_body_bytes?.value,
      batch: settings.batch?.value,
      acknowledgement: settings.acknowledgement?.value,
    }),
    ...apiVersion(settings),
    paths: settings.path?.value ?? [defaultPath(provider, name)],
    parameters: settings.parameters?.value ?? new Map(),
    handshakes: settings.handshakes?.value ?? [],
    ...(!isKeyless(verification.type, verification.scheme) && { secretEnv: settings.signing_secret_env?.value ?? defaultSecretEnv(provider) }),
    verification,
    facts: present({ evidence: settings.evidence?.value, responseDeadline: settings.response_deadline?.value, retries: settings.retries?.value }),
    ...routing,
    at: mark.source.position(mark.start),
  };
}

function apiVersion({ api_version: said }: ReadWebhook["settings"]): Pick<WebhookConfig, "apiVersion"> {
  return said?.value === undefined ? {} : { apiVersion: { name: said.value, at: said.mark.source.position(said.mark.start) } };
}

/** What was said, of what can be said. */
function present<T extends object>(values: T): { readonly [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as { readonly [Key in keyof T]?: Exclude<T[Key], undefined> };
}

/** The environment variable of a secret whose name is not given. */
export function defaultSecretEnv(provider: string): string {
  return `${provider.toUpperCase().replace(/-/g, "_")}_WEBHOOK_SECRET`;
}

/** The path of a webhook that does not give one. */
export function defaultPath(provider: string, name: string): string {
  return name === "default" ? `/webhooks/${provider}` : `/webhooks/${provider}/${name}`;
}
