import { resolve } from "node:path";
import { isProviderName } from "../config/provider-name.js";
import type { Change } from "../diff/change.js";
import { diffProvider, type ProviderDiff } from "../diff-provider.js";
import { GenerateError, type Problem } from "../errors.js";
import { generatedProviders } from "../write/read-kept-flags.js";
import { shownPath } from "../write/shown-path.js";
import { defaultOutput } from "./default-output.js";
import type { DiffOptions } from "./diff-command.js";
import { reportDiff } from "./report-diff.js";
import type { CommandInput } from "./to-action.js";

/** Runs `diff`. Answers 1 when a change is breaking, else 0. Throws a GenerateError with the problems of all providers. */
export async function runDiff({ arguments: named, options, where, printer }: CommandInput<DiffOptions>): Promise<number> {
  const { cwd, providersDir } = where;
  const output = resolve(cwd, options.output ?? defaultOutput(cwd));
  const providers = named.length > 0 ? named : (await generatedProviders({ output, cwd })).filter(isProviderName);
  if (providers.length === 0) throw nothingGenerated(shownPath(cwd, output));
  const diffs: ProviderDiff[] = [];
  const problems: Problem[] = [];
  for (const provider of providers) {
    try {
      diffs.push(await diffProvider({ provider, cwd, providersDir, output }));
    } catch (error) {
      if (!(error instanceof GenerateError)) throw error;
      problems.push(...error.problems);
    }
  }
  const warnings = diffs.flatMap((diff) => diff.warnings);
  if (problems.length > 0) throw new GenerateError([...warnings, ...problems]);
  const changes: readonly Change[] = diffs.flatMap((diff) => diff.changes);
  const edited = diffs.flatMap((diff) => diff.edited);
  printer.json({ changes, edited, warnings, problems: [] });
  printer.problems(warnings);
  return reportDiff(changes, { providers, edited }, printer);
}

function nothingGenerated(output: string): GenerateError {
  const message = `Nothing was generated in ${output}`;
  const hint = 'Run "smart-webhooks generate" first, or say with --output where its files are.';
  return new GenerateError([{ code: "nothing-generated", severity: "error", message, hint }]);
}
