import { printCommand } from "../flags.js";
import type { ProviderModel, WebhookModel } from "../model/handler-model.js";
import { handlerFile } from "../../templates/handler.js";
import { payloadsFile } from "../../templates/payloads.js";
import { samplesFile } from "../../templates/samples.js";
import { validatorsFile } from "../../templates/validators.js";
import { checkInert } from "./check-inert.js";
import type { FileContext } from "./file-context.js";

/** A file as text, its path relative to the output folder. */
export interface EmittedFile {
  readonly path: string;
  readonly text: string;
}

/** The files of a provider. Pure: the same model gives the same bytes, on any machine, on any day. */
export function emit(model: ProviderModel, run: FileContext): readonly EmittedFile[] {
  // A dot stands in no webhook's name: no file can meet another.
  const suffix = model.version === undefined ? "" : `.${model.version}`;
  const context = { ...run, importEnding: `${suffix}${run.importEnding}` };
  const written = model.webhooks.filter(({ isWritten }) => isWritten);
  const files: NamedText[] = written.map((webhook) => ({ name: webhook.file, ...handler(model, webhook, context) }));
  if (model.declarations.length > 0) files.push({ name: `payloads${suffix}`, ...payloads(model, context) });
  if (model.samples.length > 0) files.push({ name: `samples${suffix}`, text: samplesFile(model, commandOf(model), context) });
  if (model.validators.length > 0) files.push({ name: `validators${suffix}`, text: validatorsFile(model, commandOf(model), context) });
  for (const { name, text, toCheck = text } of files) checkInert({ path: `${model.provider}/${name}.ts`, text: toCheck });
  return files.map(({ name, text }) => ({ path: `${model.provider}/${name}.ts`, text: `${text}\n` }));
}

interface NamedText {
  readonly name: string;
  readonly text: string;
  /** All but what was checked before. */
  readonly toCheck?: string;
}

/** What the package's own YAML says was checked by its tests. What the command line says is in the rest, beside one of the events. */
function handler(model: ProviderModel, webhook: WebhookModel, context: FileContext): Omit<NamedText, "name"> {
  const text = handlerFile(model, webhook, context);
  return model.isChecked ? { text, toCheck: handlerFile(model, { ...webhook, events: webhook.events.slice(0, 1) }, context) } : { text };
}

function payloads(model: ProviderModel, context: FileContext): Omit<NamedText, "name"> {
  const text = payloadsFile(model, commandOf(model), context);
  const declarations = model.declarations.filter(({ isChecked }) => !isChecked);
  return declarations.length === model.declarations.length ? { text } : { text, toCheck: payloadsFile({ ...model, declarations }, commandOf(model), context) };
}

// Of the first webhook, written or not: a run for one webhook must not change what all share.
function commandOf({ provider, webhooks }: ProviderModel): string {
  return webhooks[0]?.command ?? printCommand(provider, {});
}
