import { GenerateError } from "../errors.js";
import { loadEvent } from "../load-event.js";
import { sample } from "../sample.js";
import { setPath } from "../set-path.js";
import type { Assignment, SampleOptions } from "./sample-command.js";
import type { CommandInput } from "./to-action.js";

/** Runs `sample`. Throws a GenerateError for what there is not. */
export async function runSample({ arguments: [provider = "", event = ""], options, where, printer }: CommandInput<SampleOptions>): Promise<number> {
  const { payload, hasSchema } = sample(await loadEvent({ provider, event, webhook: options.webhook, cwd: where.cwd, providersDir: where.providersDir }));
  printer.document(options.set.reduce(assign, payload));
  if (!hasSchema) printer.note(`No schema for ${provider} ${event}: this is the least that is routed to it.`);
  return 0;
}

function assign(payload: unknown, { path, value }: Assignment): unknown {
  // As JavaScript writes it: taken as a key, it would be set beside what was meant.
  const set = /[[\]]/.test(path) ? { unsettable: "has brackets: an item of a list is written commits.0.id" } : setPath(payload, path.split("."), value);
  if ("data" in set) return set.data;
  const message = `--set ${path} ${set.unsettable}`;
  throw new GenerateError([{ code: "unsettable-path", severity: "error", message, hint: "Run it without --set to see what there is" }]);
}
