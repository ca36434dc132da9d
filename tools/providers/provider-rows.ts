import type { EventSource, ProviderConfig, WebhookConfig } from "../../src/config/provider-config.js";
import { coverage } from "./coverage.js";

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
    place(webhook.event) + (webhook.batch === undefined ? "" : `, of each item of ${webhook.batch.map((path) => `\`${path}\``).join(" and ")}`),
    String(webhook.events.length),
    [...new Set(webhook.handshakes.map(({ method, signed }) => (signed ? `${method}, signed` : method)))].join("; ") || "-",
    answer(webhook),
    webhook.facts.responseDeadline === undefined ? "-" : `${webhook.facts.responseDeadline} s`,
    webhook.facts.retries ?? "-",
    sureness(webhook),
  ]);
}

function window({ verification: { type, scheme } }: WebhookConfig): string {
  const isTimed = type === "standard_webhooks" || scheme.timestamp_header !== undefined || scheme.timestamp_field !== undefined || scheme.signature_pairs?.timestamp !== undefined;
  if (scheme.replay_tolerance === "none") return "-";
  if (scheme.replay_tolerance !== undefined) return `${scheme.replay_tolerance} s`;
  return isTimed ? "300 s" : "-";
}

function place(source: EventSource): string {
  switch (source.from) {
    case "header":
      return `header \`${source.name}\``;
    case "field":
      return `\`${source.path}\``;
    case "joined":
      return source.paths.map((path) => `\`${path}\``).join(" and ");
    case "key":
      return source.unless === undefined ? "the body's key" : `${place(source.unless)}, else the body's key`;
    case "constant":
      return "always the same";
  }
}

function answer({ acknowledgement: said }: WebhookConfig): string {
  if (said === undefined) return "-";
  return [said.status, said.body === undefined ? undefined : `\`${said.body}\``].filter((part) => part !== undefined).join(", ");
}

const SURENESS = {
  vendor_code: "the vendor's own code was run",
  other_code: "other code that receives it was read",
  documentation: "the documentation was read",
  memory: "not checked",
} as const;

function sureness({ facts: { evidence } }: WebhookConfig): string {
  return evidence === undefined ? "-" : SURENESS[evidence];
}
