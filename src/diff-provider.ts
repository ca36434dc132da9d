import { join } from "node:path";
import type { Change } from "./diff/change.js";
import { compareGenerated } from "./diff/compare-generated.js";
import { GenerateError, type Problem } from "./errors.js";
import { generate } from "./generate.js";
import { readGenerated } from "./write/read-generated.js";
import { readKeptFlags } from "./write/read-kept-flags.js";
import { shownPath } from "./write/shown-path.js";

/** Whose generated files to compare. Paths are absolute. */
export interface DiffRequest {
  readonly provider: string;
  readonly cwd: string;
  readonly providersDir: string;
  /** Where the files were generated: its folder `<provider>`. */
  readonly output: string;
}

/** What changed since the files were generated. */
export interface ProviderDiff {
  readonly changes: readonly Change[];
  /** Files that someone edited since, as shown to the user: they are not replaced without being told so. */
  readonly edited: readonly string[];
  readonly warnings: readonly Problem[];
}

/**
 * Compares the generated files of a provider, as they stand, with what its YAML and schemas say now.
 *
 * @throws GenerateError with every problem found in the input, and `nothing-generated` where there is nothing to compare
 */
export async function diffProvider({ provider, cwd, providersDir, output }: DiffRequest): Promise<ProviderDiff> {
  // Without the flags that were kept: what they chose and is gone would be an error, and here it is an answer.
  const { files, warnings } = await generate({ provider, cwd, providersDir });
  const { texts: before, edited } = await readGenerated(join(output, provider));
  if (before.size === 0) throw nothingGenerated(provider, shownPath(cwd, output));
  const after = new Map(files.map(({ path, text }) => [path.slice(provider.length + 1), text]));
  return { changes: compareGenerated(provider, before, after, await readKeptFlags({ output, cwd }, provider)), edited: edited.map((name) => shownPath(cwd, join(output, provider, name))), warnings };
}

function nothingGenerated(provider: string, output: string): GenerateError {
  const message = `Nothing of ${provider} was generated in ${output}`;
  const hint = `Run "smart-webhooks generate ${provider}" first, or say with --output where its files are.`;
  return new GenerateError([{ code: "nothing-generated", severity: "error", message, hint }]);
}
