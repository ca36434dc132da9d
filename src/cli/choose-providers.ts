import { listProviders } from "../config/list-providers.js";
import { isProviderName } from "../config/provider-name.js";
import { GenerateError } from "../errors.js";
import { generatedProviders } from "../write/read-kept-flags.js";
import { shownPath } from "../write/shown-path.js";
import type { GenerateOptions } from "./generate-command.js";
import { noProviders } from "./no-providers.js";
import type { Where } from "./where.js";

/**
 * The providers named, each once, or every one of the user's and every one generated before. Throws a GenerateError
 * when that is none.
 */
export async function chooseProviders(
  named: readonly string[],
  options: GenerateOptions,
  where: Where & { readonly output: string },
  command = "generate",
): Promise<readonly string[]> {
  const providers = named.length > 0 ? [...new Set(named)] : await userProviders(where);
  if (providers.length === 0) throw noProviders(shownPath(where.cwd, where.providersDir), command);
  const needsOne = [options.events, options.webhook, options.className].some((option) => option !== undefined);
  if (needsOne && providers.length > 1) throw oneProvider(providers);
  return providers;
}

// The built-in ones are left out: nobody wants all of them by naming none.
async function userProviders({ cwd, providersDir, output }: Where & { readonly output: string }): Promise<readonly string[]> {
  const own = await listProviders({ cwd, providersDir, builtinDir: providersDir });
  // A folder of another name there is no doing of ours.
  const generated = (await generatedProviders({ output, cwd })).filter(isProviderName);
  return [...new Set([...own, ...generated])];
}

function oneProvider(providers: readonly string[]): GenerateError {
  return new GenerateError([
    {
      code: "one-provider-only",
      severity: "error",
      message: `--events, --webhook and --class-name are about one provider, but there are ${providers.length}: ${providers.join(", ")}.`,
      hint: "Run the command once for each provider.",
    },
  ]);
}
