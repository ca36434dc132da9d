import { code } from "../src/emit/code.js";
import { GUESSED } from "../src/guessed.js";
import { toScalar } from "../src/yaml-scalar.js";
import { YAML_SCHEMA_LINE } from "../src/yaml-schema-line.js";

/** What a new `webhook.yaml` says of one webhook. */
export interface NewWebhook {
  readonly provider: string;
  readonly webhook: string;
  /** The YAML's keys and values, `events` apart, in their order. */
  readonly settings: ReadonlyMap<string, string | boolean>;
  readonly events: readonly string[];
  /** Those of the keys that nobody said. */
  readonly guessed: ReadonlySet<string>;
}

/** `webhook.yaml` of a provider that nobody described before. */
export function newProviderYaml(webhook: NewWebhook): string {
  return code`
    ${YAML_SCHEMA_LINE}
    ${webhook.guessed.size > 0 ? "# What is marked as guessed was not said: see the provider's documentation." : undefined}
    webhooks:
      ${webhook.webhook}:
        ${entries(webhook)}
        # As the provider writes them on the wire.
        ${eventList(webhook)}

  `;
}

/** `webhook.yaml` over a built-in provider's: it holds what was said, and nothing else. */
export function extendingYaml(webhook: NewWebhook): string {
  return code`
    ${YAML_SCHEMA_LINE}
    # Extends the built-in provider ${webhook.provider}: what is not said here comes from it.
    webhooks:
      ${webhook.webhook}:
        ${entries(webhook)}
        ${eventList(webhook)}

  `;
}

function entries({ settings, guessed }: NewWebhook): readonly string[] {
  return [...settings].map(([key, value]) => {
    const line = `${key}: ${typeof value === "string" ? toScalar(value) : value}`;
    return guessed.has(key) ? line + GUESSED : line;
  });
}

function eventList({ events }: NewWebhook): readonly string[] {
  return events.length === 0 ? [] : ["events:", ...events.map((event) => `  - ${toScalar(event)}`)];
}
