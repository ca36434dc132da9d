import { isProviderName } from "../config/provider-name.js";
import type { Problem } from "../errors.js";
import { GenerateError } from "../errors.js";
import type { Kept } from "../flags.js";
import { generate, type GenerateResult } from "../generate.js";
import type { GeneratedFile } from "../write/generated-file.js";
import { readKeptFlags } from "../write/read-kept-flags.js";
import { formatFiles } from "./format-files.js";
import type { GenerateOptions } from "./generate-command.js";
import { readTsconfigExtension } from "./read-tsconfig-extension.js";
import type { Where } from "./where.js";

/** What is made in memory for all providers of a run. */
export interface Generated {
  readonly providers: readonly string[];
  readonly files: readonly GeneratedFile[];
  readonly warnings: readonly Problem[];
  /** Files of other webhooks are left as they are. */
  readonly isPartial: boolean;
  /** One line for each provider whose payloads are not all known. */
  readonly notes: readonly string[];
  /** The classes that were made, and how files beside them are imported. */
  readonly results: readonly Pick<GenerateResult, "webhooks" | "importEnding">[];
}

/** Makes the files of every provider in memory. Throws one GenerateError with the problems of all of them. */
export async function generateAll(run: {
  readonly providers: readonly string[];
  readonly where: Where;
  readonly options: GenerateOptions;
  readonly output: string;
}): Promise<Generated> {
  const { providers, where, options, output } = run;
  const { cwd, providersDir } = where;
  const { events, webhook, className, importExtension, samples, validators, format } = options;
  const flags = { events, webhook, className, importExtension, samples, validators, format };
  const tsconfigExtension = await readTsconfigExtension(output, cwd);
  const results: GenerateResult[] = [];
  const problems: Problem[] = [];
  for (const provider of providers) {
    try {
      const kept = isProviderName(provider) ? await readKeptFlags({ output, cwd }, provider) : new Map<string, Kept>();
      const formatter = format ? (files: readonly GeneratedFile[]) => formatFiles(files, { cwd, output }) : undefined;
      results.push(await generate({ ...flags, provider, cwd, providersDir, kept, tsconfigExtension, formatter }));
    } catch (error) {
      if (!(error instanceof GenerateError)) throw error;
      problems.push(...error.problems);
    }
  }
  const warnings = results.flatMap((result) => result.warnings);
  if (problems.length > 0) throw new GenerateError([...warnings, ...problems]);
  const files = results.flatMap((result) => result.files);
  const isPartial = results.some((result) => result.isPartial);
  return { providers, files, warnings, isPartial, notes: results.flatMap(unknownPayloads), results };
}

/** Events that one line can name. */
const MOST_NAMED = 8;

function unknownPayloads({ eventsWithoutSchema: events }: GenerateResult): readonly string[] {
  if (events.length === 0) return [];
  const count = events.length === 1 ? "1 event" : `${events.length} events`;
  const more = events.length > MOST_NAMED ? ` and ${events.length - MOST_NAMED} more` : "";
  return [`No schema for ${count} (payload is unknown): ${events.slice(0, MOST_NAMED).join(", ")}${more}`];
}
