import type { ProviderConfig, WebhookConfig } from "../config/provider-config.js";
import type { Problem } from "../errors.js";
import type { Flags, Kept, KeptFlags } from "../flags.js";
import { eventFinder } from "./find-event.js";
import { unknownName, unknownNames } from "./unknown-name.js";

/** Webhooks made alone before that the YAML lists no more: a run that says nothing of them would only remove their files. */
export function lostWebhooks({ provider, webhooks }: ProviderConfig, kept: KeptFlags): readonly Problem[] {
  const names = webhooks.map(({ name }) => name);
  return [...kept.values()].flatMap(({ webhook, at }) => {
    if (webhook === undefined || names.includes(webhook)) return [];
    const problem = unknownName("unknown-webhook", `${provider} has no webhook "${webhook}", which this file was made of`, webhook, names);
    return [withPlace(problem, at, "Say --webhook and a name to make another one, or --webhook all for every one: this file goes then.")];
  });
}

/** Events that a file keeps and the YAML lists no more. */
export function lostEvents({ provider }: ProviderConfig, webhook: WebhookConfig, { events = [], at }: Pick<Kept, "events" | "at">): readonly Problem[] {
  const find = eventFinder(webhook);
  const lost = events.filter((name) => !find(name));
  const known = webhook.events.map(({ name }) => name);
  const message = (name: string): string => `${provider} has no event "${name}", which this file was made with`;
  const problems = unknownNames("unknown-event", lost, { message, known });
  return problems.map((problem) => withPlace(problem, at, "Say --events with the names you want, or --events all for every one."));
}

/** Formatting runs the project's own prettier: a file that anyone may have written must not start it by itself. */
export function unsaidFormat({ provider }: ProviderConfig, given: Flags, kept: KeptFlags): readonly Problem[] {
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

function withPlace(problem: Problem, at: Kept["at"], hint: string): Problem {
  const meant = problem.hint === undefined ? hint : `${problem.hint.replace(/[^.?]$/, "$&.")} ${hint}`;
  return { ...problem, hint: meant, ...(at !== undefined && { at }) };
}
