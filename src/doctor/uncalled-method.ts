import { WebhookHandler, type WebhookSpec } from "@smart-webhooks/runtime";
import { header, hmac } from "@smart-webhooks/runtime/verify";
import type { GeneratedHandler } from "../user-code/generated-handler.js";

/**
 * What the runtime says at start of a method that nothing calls but that looks like one that is called; undefined when
 * it says nothing. The runtime itself is asked: there is one rule.
 */
export function uncalledMethod(generated: GeneratedHandler, name: string): string | undefined {
  const warnings: string[] = [];
  class Probe extends WebhookHandler {
    static readonly spec: WebhookSpec = specOf(generated);
  }
  Object.defineProperty(Probe.prototype, name, { value: () => undefined });
  void new Probe({ logger: { warn: (message) => void warnings.push(message), error: () => undefined } });
  return warnings[0];
}

function specOf({ provider, webhook, methods }: GeneratedHandler): WebhookSpec {
  const names = methods.map((method) => method.name);
  // Only the names of methods count: they may as well be actions of one event.
  const routes = { any: { method: "onEvent", actions: Object.fromEntries(names.map((name) => [name, name])) } };
  return { provider, webhook, path: "/", verify: hmac({ signature: header("x-signature") }), event: header("x-event"), routes };
}
