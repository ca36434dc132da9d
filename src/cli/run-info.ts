import { describeProvider, type ProviderDescription } from "../describe-provider.js";
import { SURENESS } from "../describe/sureness.js";
import type { EventDescription, WebhookDescription } from "../describe/describe-webhook.js";
import type { InfoOptions } from "./info-command.js";
import { printTable } from "./print-table.js";
import type { CommandInput } from "./to-action.js";

/** Runs `info`. Throws a GenerateError for what there is not. */
export async function runInfo({ arguments: [provider = ""], options, where, printer }: CommandInput<InfoOptions>): Promise<number> {
  const { warnings, ...described } = await describeProvider(provider, where, options.webhook);
  printer.json({ ...described, warnings, problems: [] });
  printer.problems(warnings);
  for (const line of [...head(described), ...described.webhooks.flatMap(webhookLines), ...example(described)]) printer.result(line);
  return 0;
}

function head({ provider, name, docs, origin, file }: Omit<ProviderDescription, "warnings">): readonly string[] {
  const from = { "built-in": "built-in", own: file, extended: `${file}, over the built-in one` }[origin];
  return [`${name} (${provider})`, ...rows([["docs", docs], ["from", from]])];
}

function webhookLines(webhook: WebhookDescription): readonly string[] {
  const { verification, paths, secretEnv, event, batch, acknowledgement, responseDeadline, retries, evidence, events } = webhook;
  return [
    "",
    `webhook ${webhook.name}: class ${webhook.className}`,
    ...rows([
      [paths.length === 1 ? "path" : "paths", paths.join(", ")],
      ["secret", secretEnv && `${secretEnv}, and ${secretEnv}_PREVIOUS while you rotate it`],
      ["scheme", `${verification.algorithm} (${verification.type})`],
      ["signature", verification.signature],
      ["covers", verification.type === "none" ? undefined : verification.covers.join(", ") || "nothing"],
      ["replays", replays(webhook)],
      ["needs", needs(webhook)],
      ["event", event + (batch.length > 0 ? `, of each item of ${batch.map((path) => `\`${path}\``).join(" and ")}` : "")],
      ["handshake", handshakes(webhook)],
      ["answer", acknowledgement && [acknowledgement.status, acknowledgement.body && `\`${acknowledgement.body}\``].filter(Boolean).join(", ")],
      ["deadline", responseDeadline === undefined ? undefined : `${responseDeadline} s`],
      ["retries", retries],
      ["sure", evidence && SURENESS[evidence]],
    ]),
    `  events     ${events.length}${events.every(isTyped) ? "" : ", without a schema those marked *: their payload is unknown"}`,
    ...printTable(events.map(eventCells)).map((line) => `    ${line.trimEnd()}`),
  ];
}

function rows(pairs: readonly (readonly [label: string, value: string | undefined])[]): readonly string[] {
  return pairs.flatMap(([label, value]) => (value === undefined || value === "" ? [] : `  ${label.padEnd(9)}  ${value.replaceAll("`", "")}`));
}

function replays({ verification: { type, window, isIdSigned, covers } }: WebhookDescription): string | undefined {
  if (type === "none") return undefined;
  const time = window === undefined ? "no time is checked" : `more than ${window} s old or ahead is refused`;
  if (isIdSigned === undefined) return `${time}; a delivery has no id and is known by its body`;
  if (isIdSigned) return `${time}; the delivery's id is signed`;
  return `${time}; the delivery's id is not signed${window === undefined && covers.length > 0 ? ': see replay: "strict"' : ""}`;
}

function needs({ needs: { params, fetchKey, publicUrl } }: WebhookDescription): string {
  const named = Object.entries(params).map(([name, env]) => `params.${name} (or ${env})`);
  return [...named, ...(fetchKey ? ["fetchKey: the public key by its id"] : []), ...(publicUrl ? ["publicUrl, or trustProxy: the URL is signed"] : [])].join("; ");
}

function handshakes({ handshakes: all }: WebhookDescription): string {
  return [...new Set(all.map(({ method, signed }) => `${method}, ${signed ? "signed" : "not signed"}`))].join("; ") + (all.length > 0 ? ": answered for you" : "");
}

function eventCells(event: EventDescription): readonly string[] {
  return [`${isTyped(event) ? " " : "*"} ${event.name}`, event.method, event.actions.map(({ name }) => name).join(", ")];
}

function isTyped({ payload, actions }: EventDescription): boolean {
  return actions.length === 0 ? payload !== undefined : actions.every((action) => action.payload !== undefined);
}

/** How to receive it: what a reader does next. */
function example({ provider, webhooks: [webhook] }: Omit<ProviderDescription, "warnings">): readonly string[] {
  const event = webhook?.events[0];
  if (webhook === undefined || event === undefined) return [];
  const file = webhook.name === "default" ? "handler" : webhook.name;
  const key = webhook.name === "default" ? provider : `${provider}/${webhook.name}`;
  return [
    "",
    `npx smart-webhooks generate ${provider}`,
    "",
    `  import { webhookRoutes } from "@smart-webhooks/runtime/express";`,
    `  import { ${webhook.className} } from "./webhooks/${provider}/${file}.js";`,
    `  const handler = ${webhook.className}.define({ ${event.method}({ payload }) { /* … */ } });`,
    `  app.use(webhookRoutes({ ${/^\w+$/.test(key) ? key : JSON.stringify(key)}: handler }));`,
  ];
}
