import { checkInert } from "./emit/check-inert.js";
import { emit } from "./emit/emit.js";
import type { Problem } from "./errors.js";
import type { Flags, ImportExtension, KeptFlags } from "./flags.js";
import { loadModel } from "./load-model.js";
import type { ChosenWebhook } from "./model/choose-webhooks.js";
import type { WebhookModel } from "./model/handler-model.js";
import { packageVersion } from "./package-version.js";
import type { GeneratedFile } from "./write/generated-file.js";

/** What to generate. Paths are absolute. */
export interface GenerateRequest extends Flags {
  readonly provider: string;
  /** Where the user stands: messages show paths relative to it. */
  readonly cwd: string;
  /** The user's `providers/`; their `schemas/` stands beside it. */
  readonly providersDir: string;
  /** What the files generated before were made with: it holds where nothing else is said. */
  readonly kept?: KeptFlags;
  /** How the user's tsconfig wants imports written, when no flag says it. `js` when undefined. */
  readonly tsconfigExtension?: ImportExtension | undefined;
  /** The user's own formatter. Its text is checked like ours. */
  readonly formatter?: ((files: readonly GeneratedFile[]) => Promise<readonly GeneratedFile[]>) | undefined;
}

/** What was generated. Nothing is on disk yet. */
export interface GenerateResult {
  readonly files: readonly GeneratedFile[];
  readonly warnings: readonly Problem[];
  /** Their payload is `unknown`. */
  readonly eventsWithoutSchema: readonly string[];
  /** Files of other webhooks stand beside these: they are needed, though not made now. */
  readonly isPartial: boolean;
  /** What was written, by its names. */
  readonly webhooks: readonly WebhookModel[];
  /** How the files import each other: `.js`, `.ts` or nothing. */
  readonly importEnding: string;
}

/**
 * From a provider's YAML and schemas to the text of its files. Each step is a room of `src/`.
 *
 * @throws GenerateError with every problem found in the input
 */
export async function generate(request: GenerateRequest): Promise<GenerateResult> {
  const { models, chosen, warnings } = await loadModel(request);
  const context = { version: packageVersion(), importEnding: importEnding(request, chosen) };
  const emitted = models.flatMap(({ model }) => emit(model, context));
  const files = (await request.formatter?.(emitted)) ?? emitted;
  if (files !== emitted) files.forEach(checkInert);

  const without = models.flatMap(({ model, types }) => model.webhooks.flatMap(({ events }) => events.filter((event) => !types.events.has(event.event))));
  return {
    files,
    warnings,
    eventsWithoutSchema: [...new Set(without.map(({ event }) => event))],
    isPartial: chosen.some(({ isWritten }) => !isWritten),
    webhooks: models.flatMap(({ model }) => model.webhooks.filter(({ isWritten }) => isWritten)),
    importEnding: context.importEnding,
  };
}

function importEnding({ tsconfigExtension = "js" }: GenerateRequest, chosen: readonly ChosenWebhook[]): string {
  const extension = chosen[0]?.flags.importExtension ?? tsconfigExtension;
  return extension === "none" ? "" : `.${extension}`;
}
