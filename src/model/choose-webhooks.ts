import type { ProviderConfig, WebhookConfig } from "../config/provider-config.js";
import { GenerateError, type Problem } from "../errors.js";
import type { Flags, KeptFlags } from "../flags.js";
import { type ChosenEvent, chooseEvents, findEvent } from "./choose-events.js";
import { unknownName } from "./unknown-name.js";

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

  const shared = sharedFlags(given, kept);
  refuse(unsaidFormat(config, given, kept));
  const isPart = kept.size > 0 && [...kept.values()].every((flags) => flags.webhook !== undefined);
  const chosen = webhooks.flatMap((webhook): readonly ChosenWebhook[] => {
    const { name } = webhook;
    const before = kept.get(name) ?? {};
    const events = targets.includes(webhook) ? eventFlag(webhook, given.events, before.events) : before.events;
    const className = name === (named ?? "default") ? (given.className ?? before.className) : before.className;
    const flags = { ...shared, className, events, webhook: isReset ? undefined : name === named ? name : before.webhook };
    const isWritten = named === undefined ? isReset || !isPart || kept.has(name) : name === named;
    if (!isWritten && !kept.has(name)) return [];
    return [{ config: webhook, events: chooseEvents(webhook, events), flags, isWritten }];
  });
  refuse(chosen.flatMap(({ config: webhook, flags }) => unlistedEvents(config, [webhook], flags.events ?? [])));
  return chosen;
}

/** What a webhook keeps of `--events`: the names that it lists. */
function eventFlag(webhook: WebhookConfig, given: Flags["events"], before: Flags["events"]): Flags["events"] {
  if (given === undefined) return before;
  const own = given.filter((name) => findEvent(webhook, name));
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
    format: given.format,
  };
}

/** Formatting runs the project's own prettier: a file that anyone may have written must not start it by itself. */
function unsaidFormat({ provider }: ProviderConfig, given: Flags, kept: KeptFlags): readonly Problem[] {
  if (given.format !== undefined || ![...kept.values()].some(({ format }) => format)) return [];
  return [
    {
      code: "format-unsaid",
      severity: "error",
      message: `The files of ${provider} were made with --format, which runs the project's own prettier`,
      hint: "Say --format again, or --no-format to do without",
    },
  ];
}

function unlistedWebhook({ provider, webhooks }: ProviderConfig, named: string | undefined): readonly Problem[] {
  const names = webhooks.map(({ name }) => name);
  if (named === undefined || names.includes(named)) return [];
  return [unknownName("unknown-webhook", `${provider} has no webhook "${named}"`, named, names)];
}

function unlistedEvents({ provider }: ProviderConfig, targets: readonly WebhookConfig[], wanted: readonly string[]): readonly Problem[] {
  const names = targets.flatMap(({ events }) => events.map(({ name }) => name));
  return wanted
    .filter((name) => targets.length > 0 && name !== "all" && !targets.some((webhook) => findEvent(webhook, name)))
    .map((name) => unknownName("unknown-event", `${provider} has no event "${name}"`, name, names));
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new GenerateError(problems);
}
