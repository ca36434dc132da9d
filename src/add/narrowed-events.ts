import type { ProviderConfig } from "../config/provider-config.js";
import type { Problem } from "../errors.js";

/** A warning when a list of events takes the place of a longer one, as over a built-in provider's: the others are not generated any more. */
export function narrowedEvents(webhook: string, before: ProviderConfig | undefined, after: ProviderConfig): readonly Problem[] {
  const [old = [], now = []] = [before, after].map((config) => config?.webhooks.find(({ name }) => name === webhook)?.events.map(({ name }) => name));
  const lost = old.filter((event) => !now.includes(event));
  if (lost.length === 0) return [];
  const named = `${lost.slice(0, 4).join(", ")}${lost.length > 4 ? " and more" : ""}`;
  const message = `The events of ${after.provider} are now those that the YAML lists: ${lost.length} of the built-in ones are not among them (${named}).`;
  return [{ code: "events-narrowed", severity: "warning", message, hint: "List those that you want as well, or remove events: for all of them." }];
}
