import { choosePayload } from "../delivery/choose-payload.js";
import { deliver, type Deliveries } from "../delivery/deliver.js";
import { expected, judge } from "../delivery/judge.js";
import { loadWebhook, type SenderWebhook } from "../delivery/load-webhook.js";
import { makeKey } from "../delivery/make-key.js";
import type { Answer } from "../delivery/post.js";
import { adviseReceiver } from "../delivery/advise-receiver.js";
import { signingKey } from "../delivery/signing-key.js";
import { tally } from "../delivery/tally.js";
import { targetUrl } from "../delivery/target-url.js";
import { readInputFile } from "../import/input-file.js";
import { faultOf } from "./delivery-options.js";
import type { Io } from "./io.js";
import { answerLines } from "./answer-lines.js";
import type { Printer } from "./printer.js";
import type { SendOptions } from "./send-command.js";
import type { CommandInput } from "./to-action.js";

/** Runs `send`. Throws a GenerateError when nothing could be sent, or nobody answered. */
export async function runSend(input: CommandInput<SendOptions>, env: Io["env"]): Promise<number> {
  const { arguments: [provider = "", event = ""], options, where, printer } = input;
  const webhook = await loadWebhook({ provider, event, webhook: options.webhook, cwd: where.cwd, providersDir: where.providersDir });
  if (options.newKey !== undefined) return printNewKey(webhook, options.newKey, input);
  const deliveries = await prepare(webhook, input, env);
  const answers = await deliverAll(webhook, deliveries, options.count, printer);
  return report(webhook, deliveries, answers, input);
}

async function prepare({ spec, ...webhook }: SenderWebhook, { options, where, printer }: CommandInput<SendOptions>, env: Io["env"]): Promise<Deliveries> {
  const url = await targetUrl(spec, options.url, options.allowRemote);
  const privateKey = options.privateKey === undefined ? undefined : (await readInputFile(options.privateKey, where.cwd)).text;
  const key = signingKey(spec, { env, secretEnv: options.secretEnv, privateKey });
  const { next, note } = await choosePayload({ spec, ...webhook }, { file: options.payload, set: options.set, cwd: where.cwd });
  if (note !== undefined) printer.note(note);
  return { next, key, url, publicUrl: options.publicUrl ?? url.origin, env, fault: faultOf(options) };
}

/** Of many answers only what is counted is kept. */
async function deliverAll(webhook: SenderWebhook, deliveries: Deliveries, count: number | undefined, printer: Printer): Promise<readonly Answer[]> {
  if (count === undefined) return deliver(webhook, deliveries);
  const answers: Answer[] = [];
  try {
    for (let sent = 1; sent <= count; sent++) {
      answers.push(...(await deliver(webhook, deliveries)).map((answer) => ({ ...answer, headers: {}, body: "" })));
      printer.progress(`${sent} of ${count}`);
    }
  } finally {
    printer.progress("");
  }
  return answers;
}

function report({ spec, event }: SenderWebhook, { url, fault, publicUrl = url.origin }: Deliveries, answers: readonly Answer[], { options, printer }: CommandInput<SendOptions>): number {
  const problems = answers.flatMap(({ status }) => judge(status, fault, adviseReceiver(spec, publicUrl)) ?? []).slice(0, 1);
  const facts = { provider: spec.provider, webhook: spec.webhook, event, url: url.href, fault, expected: expected(fault), ok: problems.length === 0 };
  const counted = options.count === undefined ? undefined : tally(answers);
  printer.json({ ...facts, ...(counted ?? { answers }), problems });
  if (counted === undefined) for (const line of answers.flatMap(answerLines)) printer.result(line);
  else for (const line of tallyLines(counted)) printer.result(line);
  printer.problems(problems);
  if (problems.length === 0 && expected(fault) === "4xx") printer.note("Refused, as it should be.");
  if (fault === undefined && counted === undefined && answers.some(isDuplicate)) printer.note("Your app knew this delivery: it has handled the same before.");
  return problems.length === 0 ? 0 : 1;
}

/** As a generated handler answers. */
function isDuplicate({ body }: Answer): boolean {
  return /^\{"duplicate":true\b/.test(body);
}

function tallyLines({ statuses, p50, p95 }: ReturnType<typeof tally>): readonly string[] {
  const counts = Object.entries(statuses).map(([status, count]) => `${count} × ${status}`);
  return [...counts, `half within ${p50.toFixed(1)} ms (p50), 95 of 100 within ${p95.toFixed(1)} ms (p95)`];
}

async function printNewKey({ spec }: SenderWebhook, file: string, { where, printer }: CommandInput<SendOptions>): Promise<number> {
  const known = await makeKey(spec, file, where.cwd);
  printer.json({ provider: spec.provider, privateKey: file, publicKey: known, ...(spec.secretEnv !== undefined && { secretEnv: spec.secretEnv }) });
  printer.result(spec.verify.keyless ? known.trimEnd() : `${spec.secretEnv ?? "secret"}=${known}`);
  printer.note(spec.verify.keyless ? "Give your app this public key while you test: fetchKey: () => publicKey." : "Set this for your app while you test.");
  printer.note(`Then send with --private-key ${file}. Keep it out of the repository.`);
  return 0;
}
