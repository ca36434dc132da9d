import { resolve } from "node:path";
import { importOpenApi, type ImportedProvider } from "../import/import-openapi.js";
import { applyWrites } from "../write/apply-writes.js";
import { planNewFiles } from "../write/plan-new-files.js";
import type { FileChange } from "../write/write-plan.js";
import { finishBeforeExit } from "./finish-before-exit.js";
import type { ImportOptions } from "./import-openapi-command.js";
import type { CommandInput } from "./to-action.js";
import type { Where } from "./where.js";

/** Runs `import-openapi`. Throws a GenerateError before anything is written. */
export async function runImportOpenApi({ arguments: [file = ""], options, where, printer }: CommandInput<ImportOptions>): Promise<number> {
  const imported = await importOpenApi({ file, cwd: where.cwd, name: options.name });
  const changes = await planAll(imported, where, options.force ?? false);
  await finishBeforeExit((stop) => applyWrites({ changes }, stop));
  printer.json({ provider: imported.provider, events: imported.events, files: changes.map(({ path, change }) => ({ path, change })), warnings: [], problems: [] });
  for (const { path, change } of changes) printer.result(`${change}  ${path}`);
  const { length } = imported.eventsWithoutSchema;
  if (length > 0) printer.note(`The document describes no body of ${length === 1 ? "1 event" : `${length} events`}: ${imported.eventsWithoutSchema.slice(0, 8).join(", ")}${length > 8 ? " and more" : ""}.`);
  printer.note(`Next: fill in how requests are signed in ${changes[0]?.path}, then npx smart-webhooks generate ${imported.provider}.`);
  return 0;
}

async function planAll({ provider, yaml, schemas }: ImportedProvider, { cwd, providersDir }: Where, force: boolean): Promise<readonly FileChange[]> {
  const options = { cwd, folders: [provider], force };
  const first = await planNewFiles([yaml], { ...options, output: providersDir });
  const others = await planNewFiles(schemas, { ...options, output: resolve(providersDir, "..", "schemas") });
  return [...first.changes, ...others.changes];
}
