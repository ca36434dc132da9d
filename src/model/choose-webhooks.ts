import type { ProviderConfig, WebhookConfig } from "../config/provider-config.js";
import { GenerateError, type Problem } from "../errors.js";
import type { Flags, KeptFlags } from "../flags.js";
import { type ChosenEvent, chooseEvents } from "./choose-events.js";
import { eventFinder } from "./find-event.js";
import { lostEvents, lostWebhooks, unsaidFormat } from "./kept-problems.js";
import { unknownName, unknownNames } from "./unknown-name.js";

/** A webhook with what was chosen of it. */
export interface ChosenWebhook {
  readonly config: WebhookConfig;
  readonly events: readonly ChosenEvent[];
  /** The flags that make this webhook's file again. */
  readonly flags: Flags;
  /** False when this run leaves the webhook's file alone; its payloads are still needed. */
  readonly isWritten: boolean;
}

/**
 * Applies the flags to the webhooks; what is not said now is as it was kept. A webhook that lists none of the chosen
 * events keeps its own: choosing `push` must not empty the class that serves releases.
 *
 * @throws GenerateError for a webhook or an event that the YAML does not list
 */
export function chooseWebhooks(config: ProviderConfig, given: Flags, kept: KeptFlags = new Map()): readonly ChosenWebhook[] {
  const { webhooks } = config;
  const isReset = given.webhook === "all" && !webhooks.some(({ name }) => name === "all");
  const named = isReset ? undefined : given.webhook;
  const targets = named === undefined ? webhooks : webhooks.filter(({ name }) => name === named);
  refuse([...unlistedWebhook(config, named), ...unlistedEvents(config, targets, given.events ?? [])]);
  refuse([...unsaidFormat(config, given, kept), ...(given.webhook === undefined ? lostWebhooks(config, kept) : [])]);

  const shared = sharedFlags(given, kept);
  const isPart = kept.size > 0 && [...kept.values()].every((flags) => flags.webhook !== undefined);
  const chosen = webhooks.flatMap((webhook): readonly ChosenWebhook[] => {
    const { name } = webhook;
    const before = kept.get(name) ?? {};
    const events = targets.includes(webhook) ? eventFlag(webhook, given.events, before.events) : before.events;
    const className = name === (named ?? "default") ? (given.className ?? before.className) : before.className;
    const isAlone = name === named || (before.webhook !== undefined && !isReset);
    const isWritten = named === undefined ? isReset || !isPart || kept.has(name) : name === named;
    if (!isWritten && !kept.has(name)) return [];
    const flags = { ...shared, className, events, webhook: isAlone ? name : undefined };
    return [{ config: webhook, events: chooseEvents(webhook, events), flags, isWritten }];
  });
  refuse(chosen.flatMap(({ config: webhook, flags }) => lostEvents(config, webhook, { events: flags.events, at: kept.get(webhook.name)?.at })));
  return chosen;
}

/** What a webhook keeps of `--events`: the names that it lists. */
function eventFlag(webhook: WebhookConfig, given: Flags["events"], before: Flags["events"]): Flags["events"] {
  if (given === undefined) return before;
  const own = given.filter(eventFinder(webhook));
  if (own.length > 0) return own;
  return given.includes("all") ? undefined : before;
}

/** The flags that hold for all files of the provider. */
function sharedFlags(given: Flags, kept: KeptFlags): Flags {
  const before = [...kept.values()];
  const extension = given.importExtension ?? before.find((flags) => flags.importExtension)?.importExtension;
  return {
    importExtension: extension === "auto" ? undefined : extension,
    samples: given.samples ?? before.some(({ samples }) => samples),
    validators: given.validators ?? before.some(({ validators }) => validators),
    format: given.format,
  };
}

function unlistedWebhook({ provider, webhooks }: ProviderConfig, named: string | undefined): readonly Problem[] {
  const names = webhooks.map(({ name }) => name);
  if (named === undefined || names.includes(named)) return [];
  return [unknownName("unknown-webhook", `${provider} has no webhook "${named}"`, named, names)];
}

function unlistedEvents({ provider }: ProviderConfig, targets: readonly WebhookConfig[], wanted: readonly string[]): readonly Problem[] {
  if (targets.length === 0) return [];
  const finders = targets.map(eventFinder);
  const unlisted = wanted.filter((name) => name !== "all" && !finders.some((find) => find(name)));
  const known = targets.flatMap(({ events }) => events.map(({ name }) => name));
  return unknownNames("unknown-event", unlisted, { message: (name) => `${provider} has no event "${name}"`, known });
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new GenerateError(problems);
}
