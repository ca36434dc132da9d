import type { ProviderConfig, WebhookConfig } from "../../src/config/provider-config.js";
import { coverage } from "../../src/describe/coverage.js";
import { eventPlace } from "../../src/describe/event-place.js";
import { replayWindow } from "../../src/describe/replay-window.js";
import { SURENESS } from "../../src/describe/sureness.js";

/** The columns of the table of providers. */
export const PROVIDER_COLUMNS = ["Provider", "Webhook", "Scheme", "The signature covers", "Window", "Event in", "Events", "Handshake", "Wants to hear", "Deadline", "Sends again", "How sure"];

/** A provider's rows, one for each webhook. */
export function providerRows({ provider, name, docs, webhooks }: ProviderConfig): readonly (readonly string[])[] {
  return webhooks.map((webhook, index) => [
    index === 0 ? (docs === undefined ? name : `[${name}](${docs}) \`${provider}\``) : "",
    `\`${webhook.name}\``,
    `\`${webhook.verification.type}\``,
    coverage(webhook).join(", ") || "nothing",
    window(webhook),
    eventPlace(webhook.event) + (webhook.batch === undefined ? "" : `, of each item of ${webhook.batch.map((path) => `\`${path}\``).join(" and ")}`),
    String(webhook.events.length),
    [...new Set(webhook.handshakes.map(({ method, signed }) => (signed ? `${method}, signed` : method)))].join("; ") || "-",
    answer(webhook),
    webhook.facts.responseDeadline === undefined ? "-" : `${webhook.facts.responseDeadline} s`,
    webhook.facts.retries ?? "-",
    sureness(webhook),
  ]);
}

function window(webhook: WebhookConfig): string {
  const seconds = replayWindow(webhook);
  return seconds === undefined ? "-" : `${seconds} s`;
}

function answer({ acknowledgement: said }: WebhookConfig): string {
  if (said === undefined) return "-";
  return [said.status, said.body === undefined ? undefined : `\`${said.body}\``].filter((part) => part !== undefined).join(", ");
}

function sureness({ facts: { evidence } }: WebhookConfig): string {
  return evidence === undefined ? "-" : SURENESS[evidence];
}
