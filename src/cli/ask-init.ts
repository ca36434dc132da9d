import { autocomplete, confirm, isCancel, select } from "@clack/prompts";
import { type FrameworkName, frameworks } from "../init/frameworks.js";

/** What is set up, and for what. */
export interface InitChoice {
  readonly providers: readonly string[];
  readonly framework: FrameworkName;
}

/** What the questions are about: what was said already is not asked. */
export interface InitQuestions {
  readonly providers: readonly string[];
  readonly known: readonly string[];
  readonly framework: FrameworkName | undefined;
  readonly detected: FrameworkName;
}

/** Asks at the terminal for what was not said. Undefined when the user stops it. */
export async function askInit({ providers, known, framework, detected }: InitQuestions): Promise<InitChoice | undefined> {
  const provider = providers.length > 0 ? undefined : await autocomplete({ message: "Whose webhooks do you take?", options: known.map((value) => ({ value })), placeholder: "Type to search" });
  if (isCancel(provider)) return undefined;
  const chosen = framework ?? (await select<FrameworkName>({ message: "What serves them?", initialValue: detected, options: frameworkOptions() }));
  if (isCancel(chosen)) return undefined;
  const names = provider === undefined ? providers : [provider];
  const goes = await confirm({ message: `Write the handlers of ${names.join(", ")} and a route for ${frameworks[chosen].label}? Nothing that is there is overwritten.` });
  return isCancel(goes) || !goes ? undefined : { providers: names, framework: chosen };
}

function frameworkOptions(): { readonly value: FrameworkName; readonly label: string }[] {
  return Object.entries(frameworks).map(([value, { label }]) => ({ value: value as FrameworkName, label }));
}
