import type { FoundChange } from "./change.js";
import type { Delivered, GeneratedEvent, GeneratedWebhook } from "./read-webhook.js";

/** The events of two webhooks that are one: what changed of them, and the payloads that both deliver. */
export interface WebhookComparison {
  readonly changes: readonly FoundChange[];
  readonly payloads: { readonly before: ReadonlySet<string>; readonly after: ReadonlySet<string> };
}

/** Whether an event, or an action of it, that is new would be generated: not where others were chosen by name. */
export type IsChosen = (event: string, action?: string) => boolean;

/** Compares the events and actions of a webhook. Those that the user did not choose are not missed. */
export function compareWebhooks(before: GeneratedWebhook, after: GeneratedWebhook, isChosen: IsChosen): WebhookComparison {
  const changes: FoundChange[] = [];
  const payloads = { before: new Set<string>(), after: new Set<string>() };
  const compare = (kind: "event" | "action", name: string, old: Delivered | undefined, now: Delivered | undefined, isNew: boolean): void => {
    if (old && now) changes.push(...renamed(kind, name, old, now));
    else if (old) changes.push({ change: "removed", kind, name, breaking: true });
    else if (now && isNew) changes.push({ change: "added", kind, name, breaking: false });
    if (!old || !now) return;
    payloads.before.add(old.payload);
    payloads.after.add(now.payload);
  };
  for (const event of union(before.events, after.events)) {
    const [old, now] = [before.events.get(event), after.events.get(event)];
    if (old === undefined || now === undefined) {
      if (old) changes.push({ change: "removed", kind: "event", name: event, breaking: true });
      else if (isChosen(event)) changes.push({ change: "added", kind: "event", name: event, breaking: false });
      continue;
    }
    if (old.whole || now.whole) compare("event", event, wholeOf(old), wholeOf(now), true);
    for (const action of union(old.actions, now.actions)) compare("action", `${event}.${action}`, old.actions.get(action), now.actions.get(action), isChosen(event, action));
  }
  return { changes, payloads };
}

/** An event that has got actions, or lost them, is still delivered: by another type. */
function wholeOf({ whole, actions }: GeneratedEvent): Delivered {
  return whole ?? { typeName: [...actions.values()].map(({ typeName }) => typeName).join(" | "), payload: "unknown" };
}

function renamed(kind: "event" | "action", name: string, before: Delivered, after: Delivered): readonly FoundChange[] {
  return (["typeName", "payload"] as const).flatMap((key) => {
    const [from, to] = [before[key], after[key]];
    return from === to ? [] : [{ change: "changed" as const, kind, name, from, to, breaking: true }];
  });
}

function union(one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): ReadonlySet<string> {
  return new Set([...one.keys(), ...other.keys()]);
}
