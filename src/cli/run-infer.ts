import { resolve } from "node:path";
import { infer, type Inferred } from "../import/infer.js";
import { applyWrites } from "../write/apply-writes.js";
import { planNewFiles } from "../write/plan-new-files.js";
import { shownPath } from "../write/shown-path.js";
import { finishBeforeExit } from "./finish-before-exit.js";
import type { InferOptions } from "./infer-command.js";
import type { CommandInput } from "./to-action.js";

/** Runs `infer`. Throws a GenerateError before anything is written. */
export async function runInfer({ arguments: [provider = "", event = "", ...files], options, where, printer }: CommandInput<InferOptions>): Promise<number> {
  const inferred = await infer({ provider, event, files, ...where });
  if (options.output === "-") {
    printer.document(inferred.schema);
    return 0;
  }
  const output = resolve(where.providersDir, "..", "schemas");
  const plan = await planNewFiles([inferred], { output, cwd: where.cwd, folders: [provider], force: options.force ?? false });
  await finishBeforeExit((stop) => applyWrites(plan, stop));
  const changes = plan.changes.map(({ path, change }) => ({ path, change }));
  printer.json({ files: changes, warnings: [], problems: [] });
  for (const { path, change } of changes) printer.result(`${change}  ${path}`);
  printer.note(nextStep(inferred, provider, { event, yaml: shownPath(where.cwd, resolve(where.providersDir, provider, "webhook.yaml")) }));
  return 0;
}

function nextStep({ isNewProvider }: Inferred, provider: string, { event, yaml }: { readonly event: string; readonly yaml: string }): string {
  if (isNewProvider) return `Next: describe ${provider} in ${yaml}, with "${event}" among its events.`;
  return `Next: read it and correct it where you know better, then npx smart-webhooks generate ${provider}.`;
}
