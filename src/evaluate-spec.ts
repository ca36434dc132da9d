import type { WebhookSpec } from "@smart-webhooks/runtime";
import * as verify from "@smart-webhooks/runtime/verify";
import type { EventModel, WebhookModel } from "./model/handler-model.js";
import type { SpecValue } from "./model/spec-value.js";

/** The spec that a webhook's generated class would hold: the printed calls, made. */
export function evaluateSpec({ provider, webhook, paths, secretEnv, spec, events }: WebhookModel): WebhookSpec {
  const entries = Object.fromEntries([...spec].map(([key, value]) => [key, evaluate(value)]));
  const path = paths.length === 1 ? paths[0] : paths;
  // From a checked YAML through the table of calls: tests run the specs of every provider.
  return { provider, webhook, path, ...(secretEnv !== undefined && { secretEnv }), ...entries, routes: routes(events) } as unknown as WebhookSpec;
}

function evaluate(value: SpecValue): unknown {
  if (typeof value !== "object") return value;
  if (isList(value)) return value.map(evaluate);
  if ("reference" in value) return own(value.reference);
  if ("entries" in value) return fromEntries([...value.entries].map(([key, entry]) => [key, evaluate(entry)]));
  const make = own(value.call) as (...values: readonly unknown[]) => unknown;
  return make(...value.arguments.map(evaluate));
}

function own(name: string): unknown {
  const found = parts.get(name);
  if (found === undefined) throw new TypeError(`The runtime has no ${name}`);
  return found;
}

const parts: ReadonlyMap<string, unknown> = new Map(Object.entries(verify));

function routes(events: readonly EventModel[]): WebhookSpec["routes"] {
  const entries = events.map(({ event, method, actions }) => {
    if (actions.length === 0) return [event, method] as const;
    return [event, { method, actions: fromEntries(actions.map((one) => [one.action, one.method])) }] as const;
  });
  return fromEntries(entries) as WebhookSpec["routes"];
}

/** `Object.fromEntries` makes own properties even of `__proto__`. */
function fromEntries(entries: readonly (readonly [string, unknown])[]): object {
  return Object.fromEntries(entries);
}

function isList(value: SpecValue): value is readonly SpecValue[] {
  return Array.isArray(value);
}
