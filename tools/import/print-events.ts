import type { Overlay } from "./overlay.js";
import { payloadName, type SourcePayload } from "./source-payload.js";

/** The text of events.json, sorted. Throws when the descriptions are not of exactly these events. */
export function printEvents(payloads: readonly SourcePayload[], { descriptions, docs, pages = {} }: Overlay): string {
  const events = [...new Set(payloads.map(({ event }) => event))].toSorted();
  const unlike = [...events.filter((event) => !descriptions[event]), ...Object.keys(descriptions).filter((event) => !events.includes(event))];
  if (unlike.length > 0) throw new Error(`overlay.yaml: descriptions and source do not both have ${unlike.join(", ")}`);
  const entries = events.map((event) => {
    const own = payloads.filter((payload) => payload.event === event);
    return [event, { description: descriptions[event], docs: pages[event] ?? docs.replaceAll("{event}", event), ...payloadsOf(own) }] as const;
  });
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}

function payloadsOf(payloads: readonly SourcePayload[]): object {
  const [first] = payloads;
  if (first && first.action === undefined) return { payload: payloadName(first) };
  return { actions: Object.fromEntries(payloads.map((payload) => [payload.action, payloadName(payload)]).toSorted(([a = ""], [b = ""]) => (a < b ? -1 : 1))) };
}
