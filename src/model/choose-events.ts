import { closest } from "../closest.js";
import type { ProviderConfig, WebhookConfig } from "../config/provider-config.js";
import { GenerateError, type Problem } from "../errors.js";

/** What the command line picks of a provider. */
export interface Choice {
  /** `push`, `pull_request`, `pull_request.opened`; all when undefined. */
  readonly events?: readonly string[] | undefined;
  /** The one webhook that `events` is about and that is written; all when undefined. */
  readonly webhook?: string | undefined;
}

/** A webhook with the events that were chosen, and their actions. */
export interface ChosenWebhook {
  readonly config: WebhookConfig;
  readonly events: readonly ChosenEvent[];
}

export interface ChosenEvent {
  readonly name: string;
  readonly method?: string;
  readonly actions: "all" | readonly string[];
}

/**
 * Narrows each webhook to the chosen events. A webhook that lists none of them keeps all of its own:
 * choosing `push` must not empty the class that serves releases.
 *
 * @throws GenerateError for a webhook or an event that the YAML does not list
 */
export function chooseEvents(config: ProviderConfig, choice: Choice): readonly ChosenWebhook[] {
  const { webhooks } = config;
  const targets = choice.webhook === undefined ? webhooks : webhooks.filter(({ name }) => name === choice.webhook);
  const problems = [...unknownWebhook(config, choice, targets), ...unknownEvents(config, choice, targets)];
  if (problems.length > 0) throw new GenerateError(problems);
  return webhooks.map((webhook) => ({
    config: webhook,
    events: targets.includes(webhook) ? pick(webhook, choice.events) : everyEvent(webhook),
  }));
}

function pick(webhook: WebhookConfig, wanted: readonly string[] | undefined): readonly ChosenEvent[] {
  const found = (wanted ?? []).flatMap((name) => find(webhook, name) ?? []);
  if (found.length === 0) return everyEvent(webhook);
  return everyEvent(webhook).flatMap((event) => {
    const picks = found.filter(({ name }) => name === event.name);
    if (picks.length === 0) return [];
    const actions = picks.flatMap(({ action }) => action ?? []);
    // `pull_request` beside `pull_request.opened` asks for all of it.
    return { ...event, actions: actions.length < picks.length ? ("all" as const) : actions };
  });
}

function everyEvent(webhook: WebhookConfig): readonly ChosenEvent[] {
  return webhook.events.map(({ name, method }) => ({ name, actions: "all", ...(method !== undefined && { method }) }));
}

/** The longest listed event wins; what is left is the action. */
function find(webhook: WebhookConfig, wanted: string): { readonly name: string; readonly action?: string } | undefined {
  if (webhook.events.some(({ name }) => name === wanted)) return { name: wanted };
  const [longest] = webhook.events
    .filter(({ name }) => wanted.startsWith(`${name}.`) && wanted.length > name.length + 1)
    .toSorted((a, b) => b.name.length - a.name.length);
  return longest && { name: longest.name, action: wanted.slice(longest.name.length + 1) };
}

function unknownWebhook(config: ProviderConfig, choice: Choice, targets: readonly WebhookConfig[]): readonly Problem[] {
  if (choice.webhook === undefined || targets.length > 0) return [];
  const names = config.webhooks.map(({ name }) => name);
  return [problem("unknown-webhook", `${config.provider} has no webhook "${choice.webhook}"`, choice.webhook, names)];
}

function unknownEvents(config: ProviderConfig, choice: Choice, targets: readonly WebhookConfig[]): readonly Problem[] {
  const names = targets.flatMap(({ events }) => events.map(({ name }) => name));
  return (choice.events ?? [])
    .filter((wanted) => targets.length > 0 && !targets.some((webhook) => find(webhook, wanted)))
    .map((wanted) => problem("unknown-event", `${config.provider} has no event "${wanted}"`, wanted, names));
}

function problem(code: string, message: string, word: string, candidates: readonly string[]): Problem {
  const meant = closest(word, candidates);
  const hint = meant === undefined ? `It has: ${candidates.slice(0, 12).join(", ")}${candidates.length > 12 ? ", …" : ""}` : `Did you mean "${meant}"?`;
  return { code, severity: "error", message, hint };
}
