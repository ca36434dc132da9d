import { adviseHandler } from "../delivery/advise-handler.js";
import { choosePayload } from "../delivery/choose-payload.js";
import { expected, judge } from "../delivery/judge.js";
import { loadWebhook } from "../delivery/load-webhook.js";
import { type Trial, tryHandler } from "../delivery/try-handler.js";
import { answerLines } from "./answer-lines.js";
import { faultOf } from "./delivery-options.js";
import type { TestOptions } from "./test-command.js";
import type { CommandInput } from "./to-action.js";

/** Runs `test`. Throws a GenerateError when there is no handler to try. */
export async function runTest({ arguments: [provider = "", event = ""], options, where, printer }: CommandInput<TestOptions>): Promise<number> {
  const { cwd, providersDir } = where;
  const webhook = await loadWebhook({ provider, event, webhook: options.webhook, cwd, providersDir });
  const { next, note } = await choosePayload(webhook, { file: options.payload, set: options.set, cwd });
  if (note !== undefined) printer.note(note);
  const fault = faultOf(options);
  const trials = await tryHandler(webhook, { file: options.handler, cwd, payload: next(), fault, publicUrl: options.publicUrl });
  const problems = trials.flatMap(({ status }) => judge(status, fault, adviseHandler(webhook.spec)) ?? []).slice(0, 1);
  const ok = problems.length === 0;
  printer.json({ provider, webhook: webhook.spec.webhook, event, handler: options.handler, fault, expected: expected(fault), ok, answers: trials, problems });
  for (const trial of trials) {
    for (const line of [...answerLines(trial), calledLine(trial)]) printer.result(line);
    for (const { level, text } of trial.logged) printer.result(`${level}: ${text}`);
  }
  printer.problems(problems);
  if (ok && expected(fault) === "4xx") printer.note("Refused, as it should be.");
  return ok ? 0 : 1;
}

function calledLine({ methods }: Trial): string {
  return methods.length === 0 ? "no method ran" : `ran ${methods.join(", ")}`;
}
