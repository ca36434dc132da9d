import { listProviders } from "../config/list-providers.js";
import { checkProviderName } from "../config/provider-name.js";
import { unknownProvider } from "../config/unknown-provider.js";
import { GenerateError, type Problem } from "../errors.js";
import { validateProvider } from "../validate-provider.js";
import { shownPath } from "../write/shown-path.js";
import { noProviders } from "./no-providers.js";
import type { CommandInput } from "./to-action.js";
import type { ValidateOptions } from "./validate-command.js";
import type { Where } from "./where.js";

/** Runs `validate`. Answers 1 when something is invalid, or with `--strict` odd, else 0. Throws a GenerateError for a provider that there is not. */
export async function runValidate({ arguments: named, options, where, printer }: CommandInput<ValidateOptions>): Promise<number> {
  const providers = named.length > 0 ? await existing([...new Set(named)], where) : await listProviders({ ...where, builtinDir: where.providersDir });
  if (providers.length === 0) throw noProviders(shownPath(where.cwd, where.providersDir), "validate");
  const all: Problem[] = [];
  const results: { readonly provider: string; readonly errors: number; readonly warnings: number }[] = [];
  for (const provider of providers) {
    const found = await validateProvider(provider, where, options.strict ?? false);
    const errors = found.filter(({ severity }) => severity === "error").length;
    results.push({ provider, errors, warnings: found.length - errors });
    all.push(...found);
    printer.problems(found);
    printer.result(`${provider}: ${said(errors, found.length - errors)}`);
  }
  const [problems, warnings] = [all.filter(({ severity }) => severity === "error"), all.filter(({ severity }) => severity === "warning")];
  printer.json({ providers: results, warnings, problems });
  return problems.length > 0 || (options.strict && warnings.length > 0) ? 1 : 0;
}

async function existing(named: readonly string[], where: Where): Promise<readonly string[]> {
  named.forEach(checkProviderName);
  const known = await listProviders(where);
  const unknown = named.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new GenerateError(unknown.map((name) => unknownProvider(name, known)));
  return named;
}

function said(errors: number, warnings: number): string {
  const parts = [errors > 0 && count(errors, "error"), warnings > 0 && count(warnings, "warning")].filter(Boolean);
  return parts.join(", ") || "valid";
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
