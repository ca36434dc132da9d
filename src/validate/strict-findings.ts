import type { ProviderConfig, WebhookConfig } from "../config/provider-config.js";
import { coverage } from "../describe/coverage.js";
import { replayWindow } from "../describe/replay-window.js";
import type { Problem } from "../errors.js";

/** What a careful reviewer would ask about a provider that can be used as it is. */
export function strictFindings({ webhooks }: Pick<ProviderConfig, "webhooks">, known: { readonly typed: ReadonlySet<string>; readonly isOwn: (webhook: WebhookConfig) => boolean }): readonly Problem[] {
  return [...withoutSchema(webhooks, known.typed), ...webhooks.filter(known.isOwn).flatMap(replayable)];
}

/** Events that one line can name. */
const MOST_NAMED = 8;

function withoutSchema(webhooks: readonly WebhookConfig[], typed: ReadonlySet<string>): readonly Problem[] {
  const events = webhooks.flatMap((webhook) => webhook.events).filter(({ name }) => !typed.has(name));
  const names = [...new Set(events.map(({ name }) => name))];
  const [first] = events;
  if (first === undefined) return [];
  const more = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : "";
  const message = `${names.length === 1 ? "An event has" : `${names.length} events have`} no schema, and an unknown payload: ${names.slice(0, MOST_NAMED).join(", ")}${more}`;
  const file = `${first.name.replaceAll("/", "__")}.schema.json`;
  return [{ code: "event-without-schema", severity: "warning", message, hint: `Write ${file} by hand, or from captured payloads: smart-webhooks infer`, at: first.at }];
}

/** An id that anybody can exchange, and no time: one request that somebody saw is a new delivery under every new id. */
function replayable(webhook: WebhookConfig): readonly Problem[] {
  const covers = coverage(webhook);
  if (covers.length === 0 || webhook.deliveryIds.length === 0 || covers.includes("id") || replayWindow(webhook) !== undefined) return [];
  const message = `The webhook "${webhook.name}" knows deliveries by an id that is not signed, and no time is signed: one that somebody saw can be sent again under another id`;
  const hint = 'Give the handler replay: "strict", or leave the delivery id out: a delivery is known by its body then.';
  return [{ code: "id-not-signed", severity: "warning", message, hint, at: webhook.at }];
}
