import { methodOf, type EventMethod, type HandlerMethods, type Receiver } from "./receiver.js";
import type { EventRoute, WebhookSpec } from "./spec.js";

/** What takes an event: the names of its methods, the most specific first, and the action they are typed for. */
export interface Route {
  readonly action: string | undefined;
  readonly methods: readonly string[];
}

const UNKNOWN = "onUnknownEvent";

/** Finds an event's methods. An event or action that the class was not generated for goes to `onUnknownEvent`. */
export function findRoute({ routes }: WebhookSpec, type: string, value: unknown): Route {
  const action = typeof value === "string" ? value : undefined;
  const route = own(routes, type);
  if (typeof route === "string") return { action: undefined, methods: [route, "onEvent"] };
  const method = route && action !== undefined ? own(route.actions, action) : undefined;
  return { action, methods: route && method !== undefined ? [method, route.method, "onEvent"] : [UNKNOWN] };
}

/** The one method that takes an event, the most specific the handler has. */
export function methodFor({ spec, methods }: Receiver, { type, action }: { readonly type: string; readonly action: string | undefined }): EventMethod | undefined {
  for (const name of findRoute(spec, type, action).methods) {
    const method = methodOf(methods, name);
    if (method !== undefined) return method;
  }
  return undefined;
}

/** Whether any method could take an event of this type, whatever its action turns out to be. */
export function isTaken({ spec, methods }: Receiver, type: string): boolean {
  const route = own(spec.routes, type);
  const has = (name: string): boolean => methodOf(methods, name) !== undefined;
  if (route === undefined) return has(UNKNOWN);
  if (has("onEvent")) return true;
  return typeof route === "string" ? has(route) : has(route.method) || has(UNKNOWN) || hasAction(methods, route.actions);
}

function hasAction(methods: HandlerMethods, actions: Exclude<EventRoute<unknown>, string>["actions"]): boolean {
  for (const action in actions) if (methodOf(methods, actions[action] as string)) return true;
  return false;
}

/** Only own entries count: an event called `constructor` is nobody's. */
function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
