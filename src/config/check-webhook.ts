import { checkEvents } from "./check-events.js";
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
  const docs = settings.docs?.value;
  const actionField = settings.action_field?.value;
  const bodyFormat = settings.body_format?.value;
  const formField = settings.form_field?.value;
  const maxBodyBytes = settings.max_body_bytes?.value;
  return {
    name,
    ...(docs !== undefined && { docs }),
    paths: settings.path?.value ?? [defaultPath(provider, name)],
    parameters: verification.scheme.parameters ?? new Map(),
    handshakes: settings.handshakes?.value ?? [],
    ...(!isKeyless(verification.type, verification.scheme) && { secretEnv: settings.signing_secret_env?.value ?? defaultSecretEnv(provider) }),
    verification,
    ...(actionField !== undefined && { actionField }),
    ...(bodyFormat !== undefined && { bodyFormat }),
    ...(formField !== undefined && { formField }),
    ...(maxBodyBytes !== undefined && { maxBodyBytes }),
    ...routing,
    at: mark.source.position(mark.start),
  };
}

function defaultSecretEnv(provider: string): string {
  return `${provider.toUpperCase().replace(/-/g, "_")}_WEBHOOK_SECRET`;
}

/** The path of a webhook that does not give one. */
export function defaultPath(provider: string, name: string): string {
  return name === "default" ? `/webhooks/${provider}` : `/webhooks/${provider}/${name}`;
}
