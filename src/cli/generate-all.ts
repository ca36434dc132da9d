import type { Problem } from "../errors.js";
import { GenerateError } from "../errors.js";
import { generate, type GenerateResult } from "../generate.js";
import type { GeneratedFile } from "../write/generated-file.js";
import type { GenerateOptions } from "./generate-command.js";
import type { Where } from "./where.js";

/** What is made in memory for all providers of a run. */
export interface Generated {
  readonly providers: readonly string[];
  readonly files: readonly GeneratedFile[];
  readonly warnings: readonly Problem[];
  /** One line for each provider whose payloads are not all known. */
  readonly notes: readonly string[];
}

/** Makes the files of every provider in memory. Throws one GenerateError with the problems of all of them. */
export async function generateAll(run: {
  readonly providers: readonly string[];
  readonly where: Where;
  readonly options: GenerateOptions;
}): Promise<Generated> {
  const { providers, where, options } = run;
  const { cwd, providersDir } = where;
  const { events, webhook } = options;
  const results: GenerateResult[] = [];
  const problems: Problem[] = [];
  for (const provider of providers) {
    try {
      results.push(await generate({ provider, cwd, providersDir, events, webhook }));
    } catch (error) {
      if (!(error instanceof GenerateError)) throw error;
      problems.push(...error.problems);
    }
  }
  const warnings = results.flatMap((result) => result.warnings);
  if (problems.length > 0) throw new GenerateError([...warnings, ...problems]);
  const files = results.flatMap((result) => result.files);
  return { providers, files, warnings, notes: results.flatMap(unknownPayloads) };
}

function unknownPayloads({ eventsWithoutSchema: events }: GenerateResult): readonly string[] {
  if (events.length === 0) return [];
  const count = events.length === 1 ? "1 event" : `${events.length} events`;
  return [`No schema for ${count} (payload is unknown): ${events.join(", ")}`];
}
