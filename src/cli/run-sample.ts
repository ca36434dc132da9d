import { loadEvent } from "../load-event.js";
import { sample } from "../sample.js";
import { setValues } from "../set-values.js";
import type { SampleOptions } from "./sample-command.js";
import type { CommandInput } from "./to-action.js";

/** Runs `sample`. Throws a GenerateError for what there is not. */
export async function runSample({ arguments: [provider = "", event = ""], options, where, printer }: CommandInput<SampleOptions>): Promise<number> {
  const { payload, hasSchema } = sample(await loadEvent({ provider, event, webhook: options.webhook, cwd: where.cwd, providersDir: where.providersDir }));
  printer.document(setValues(payload, options.set));
  if (!hasSchema) printer.note(`No schema for ${provider} ${event}: this is the least that is routed to it.`);
  return 0;
}
