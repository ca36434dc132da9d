import { GenerateError, type Problem } from "../errors.js";
import { closest } from "../closest.js";
import type { FoundHandlers, UserHandler } from "./find-handlers.js";
import { placeAt } from "./parse-user-code.js";

/** Which class is meant. */
export interface HandlerChoice {
  readonly provider: string;
  readonly webhook?: string | undefined;
  readonly className?: string | undefined;
}

/** The one class of a file that handles what is meant. Throws a GenerateError when there is none, or there are several. */
export function chooseHandler({ handlers, others }: FoundHandlers, choice: HandlerChoice, file: string): UserHandler {
  const { provider, webhook, className } = choice;
  const ofWebhook = handlers.filter(({ generated }) => generated.provider === provider && (webhook === undefined || generated.webhook === webhook));
  const candidates = className === undefined ? ofWebhook : ofWebhook.filter(({ name }) => name === className);
  const [first, second] = candidates;
  if (first === undefined) throw refusal(ofWebhook.length > 0 ? noSuchClass(ofWebhook, className ?? "", file) : noClass({ handlers, others }, choice, file));
  if (second === undefined) return first;
  const names = candidates.map(shown).join(", ");
  const hint = "Name one with --class, or give those without a name one.";
  throw refusal({ code: "several-handlers", message: `${file} has ${candidates.length} handlers of ${provider}: ${names}.`, hint, at: { file } });
}

type Told = Omit<Problem, "severity">;

function refusal(problem: Told): GenerateError {
  return new GenerateError([{ severity: "error", ...problem }]);
}

function noSuchClass(handlers: readonly UserHandler[], className: string, file: string): Told {
  const meant = closest(className, handlers.flatMap(({ name }) => name ?? []));
  const hint = meant === undefined ? `It has: ${handlers.map(shown).join(", ")}` : `Did you mean "${meant}"?`;
  return { code: "unknown-class", message: `${file} has no handler called ${className}.`, hint, at: { file } };
}

function noClass({ handlers, others }: FoundHandlers, { provider, webhook }: HandlerChoice, file: string): Told {
  const what = webhook === undefined ? provider : `${provider}, webhook ${webhook}`;
  const code = "no-handler";
  const message = `${file} has no class that extends the generated handler of ${what}.`;
  const known = [...new Set(handlers.map(({ generated }) => `${generated.provider}, webhook ${generated.webhook}`))];
  if (known.length > 0) return { code, message, hint: `It has handlers of: ${known.join("; ")}`, at: { file } };
  if (others.length === 0) return { code, message, hint: "Write a class that extends the one in the generated file.", at: { file } };
  const seen = others.slice(0, 3).join(", ");
  return { code, message: `${message} It extends ${seen}, which is not what was generated.`, hint: "Import the class from the generated file itself: one that another file passes on is not followed.", at: { file } };
}

function shown({ name, body }: UserHandler): string {
  const { line } = placeAt(body.getSourceFile().getFullText(), body.getStart());
  return `${name ?? "one without a name"} (line ${line})`;
}
