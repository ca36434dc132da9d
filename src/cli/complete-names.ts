import { listProviders } from "../config/list-providers.js";
import type { Where } from "./where.js";

/** What a word can be the name of. */
export type NameKind = "provider" | "webhook" | "event" | "event list";

/** The names of a kind that the word can become; of a list with commas, its last name. Throws a GenerateError for a provider that cannot be read. */
export async function completeNames(kind: NameKind, { provider, current, where }: { readonly provider: string | undefined; readonly current: string; readonly where: Where }): Promise<readonly string[]> {
  if (kind === "provider") return listProviders(where);
  if (provider === undefined) return [];
  // Somebody waits at the keyboard: what most words do not need is not loaded for them.
  const { readProviderConfig } = await import("../config/read-provider-config.js");
  const { webhooks } = await readProviderConfig(provider, where);
  if (kind === "webhook") return webhooks.map(({ name }) => name);
  const events = [...new Set(webhooks.flatMap((webhook) => webhook.events.map(({ name }) => name)))];
  const before = kind === "event list" ? current.slice(0, current.lastIndexOf(",") + 1) : "";
  const word = current.slice(before.length);
  // There are hundreds of actions: they come when their event is written.
  const isAction = events.some((event) => word.startsWith(`${event}.`));
  const actions = isAction ? await actionsOf(provider) : [];
  return [...events, ...actions].map((name) => before + name);
}

async function actionsOf(provider: string): Promise<readonly string[]> {
  const { builtinActionNames } = await import("../builtin-action-names.js");
  return builtinActionNames(provider);
}
