import { resolve } from "node:path";
import { GenerateError } from "../errors.js";
import { readManifest } from "../doctor/installed-package.js";
import { listsRuntime } from "../doctor/lists-runtime.js";
import { applyWrites } from "../write/apply-writes.js";
import { shownPath } from "../write/shown-path.js";
import { planWrites } from "../write/plan-writes.js";
import type { WritePlan } from "../write/write-plan.js";
import { finishBeforeExit } from "./finish-before-exit.js";
import { defaultOutput } from "./default-output.js";
import { chooseProviders } from "./choose-providers.js";
import type { GenerateOptions } from "./generate-command.js";
import { generateAll, type Generated } from "./generate-all.js";
import { reportCheck } from "./report-check.js";
import { reportWrites } from "./report-writes.js";
import type { CommandInput } from "./to-action.js";

/**
 * Runs `generate`. Answers 1 when `--check` finds stale files, else 0. Throws a GenerateError before anything is
 * written. With `--watch` it never ends.
 */
export async function runGenerate(input: CommandInput<GenerateOptions>): Promise<number> {
  if (!input.options.watch) return generateOnce(input);
  if (input.options.json) throw watchAsJson();
  const { watchAndGenerate } = await import("./watch-and-generate.js");
  return watchAndGenerate(input.where, input.printer, () => generateOnce(input));
}

async function generateOnce(input: CommandInput<GenerateOptions>): Promise<number> {
  const { options, printer, where } = input;
  const output = resolve(where.cwd, options.output ?? defaultOutput(where.cwd));
  const providers = await chooseProviders(input.arguments, options, { ...where, output });
  const generated = await generateAll({ providers, where, options, output });
  const plan = await planAll(generated, input, output);
  const isApplied = !options.check && !options.dryRun;
  if (isApplied) await finishBeforeExit((stop) => applyWrites(plan, stop));
  const files = plan.changes.map(({ path, change }) => ({ path, change }));
  printer.json({ files, warnings: generated.warnings, problems: [] });
  printer.problems(generated.warnings);
  for (const note of generated.notes) printer.note(note);
  if (options.check) return reportCheck(plan, printer);
  const hasRuntime = listsRuntime((await readManifest(where.cwd)) ?? {});
  reportWrites(plan, { output: shownPath(where.cwd, output), isApplied, hasRuntime }, printer);
  return 0;
}

async function planAll(
  { files, providers, warnings, isPartial }: Generated,
  { options, where }: CommandInput<GenerateOptions>,
  output: string,
): Promise<WritePlan> {
  // A check replaces nothing: an edited file is one more that differs.
  const force = Boolean(options.force || options.check);
  try {
    return await planWrites(files, { output, cwd: where.cwd, folders: providers, force, isPartial });
  } catch (error) {
    throw error instanceof GenerateError ? new GenerateError([...warnings, ...error.problems]) : error;
  }
}

// `--json` belongs to every command, so the parser does not see the two meet.
function watchAsJson(): GenerateError {
  const message = "--watch cannot be used with --json: it prints one document, but there is a run after every change.";
  return new GenerateError([{ code: "watch-as-json", severity: "error", message, hint: "Leave one of them out." }]);
}
