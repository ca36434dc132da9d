import { GenerateError } from "../errors.js";
import { addHandlerMethods } from "../user-code/add-handler-methods.js";
import { applyWrites } from "../write/apply-writes.js";
import type { AddOptions } from "./add-command.js";
import { finishBeforeExit } from "./finish-before-exit.js";
import type { CommandInput } from "./to-action.js";

/** Runs `add --handler`. Throws a GenerateError before anything is written. */
export async function runAddHandler({ arguments: [provider = ""], options, where, printer }: CommandInput<AddOptions>): Promise<number> {
  const { event: events = [], handler: file = "", webhook, class: className } = options;
  if (events.length === 0) throw noEvent();
  const { plan, added, kept } = await addHandlerMethods({ file, cwd: where.cwd, provider, events, webhook, className });
  await finishBeforeExit((stop) => applyWrites(plan, stop));
  printer.json({
    files: plan.changes.map(({ path, change }) => ({ path, change })),
    methods: { added: added.map(({ name }) => name), kept: kept.map(({ name }) => name) },
    warnings: [],
    problems: [],
  });
  const [path] = plan.changes.map((change) => change.path);
  for (const { name } of added) printer.result(`added  ${name}  ${path}`);
  for (const { name } of kept) printer.result(`kept  ${name}  ${path}`);
  if (added.length === 0) printer.note("Nothing written: your class has them already.");
  return 0;
}

function noEvent(): GenerateError {
  const message = "--handler writes a method for each --event, and there is none.";
  return new GenerateError([{ code: "missing-option", severity: "error", message, hint: "Name one: --event push (may be given again)." }]);
}
