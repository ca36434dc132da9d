import { listProviders } from "../config/list-providers.js";
import { type ProviderSummary, summarizeProvider } from "../summarize-provider.js";
import { printTable } from "./print-table.js";
import type { CommandInput } from "./to-action.js";

/** Runs `list`. */
export async function runList({ options, where, printer }: CommandInput<{ readonly json?: boolean }>): Promise<number> {
  const providers = await listProviders(where);
  // For a script, names are enough, and read no file.
  if (!options.json && !printer.isTerminal) {
    for (const provider of providers) printer.result(provider);
    return 0;
  }
  const details = await Promise.all(providers.map((provider) => summarizeProvider(provider, where)));
  printer.json({ providers, details });
  for (const line of printTable([HEAD, ...details.map(cells)])) printer.result(line);
  printer.note(`${providers.length} providers. More on one: smart-webhooks info ${providers.includes("github") ? "github" : (providers[0] ?? "<provider>")}`);
  return 0;
}

const HEAD = ["NAME", "PROVIDER", "EVENTS", "TYPED", "SCHEME", "FROM"];

function cells({ provider, name, events, typed, schemes, origin, problems = [] }: ProviderSummary): readonly string[] {
  if (problems.length > 0) return [provider, "-", "-", "-", `broken: smart-webhooks validate ${provider}`, ORIGINS[origin]];
  return [provider, name, String(events), typed === 0 ? "-" : typed === events ? "all" : String(typed), schemes.join(", "), ORIGINS[origin]];
}

const ORIGINS = { "built-in": "built-in", own: "yours", extended: "built-in + yours" } as const;
