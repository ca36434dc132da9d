import type { WebhookSpec } from "./spec.js";

/** The methods that may take an event, the most specific first, and the action they are typed for. */
export interface Route {
  /** False for an event or action that the class was not generated for. */
  readonly known: boolean;
  readonly action: string | undefined;
  readonly methods: readonly string[];
}

const UNKNOWN_METHODS: readonly string[] = ["onUnknownEvent"];

/** Finds an event's methods. Only own entries count: an event called `constructor` is nobody's. */
export function findRoute(spec: WebhookSpec, type: string, action: unknown): Route {
  const named = typeof action === "string" ? action : undefined;
  const route = Object.hasOwn(spec.routes, type) ? spec.routes[type] : undefined;
  if (route === undefined) return { known: false, action: named, methods: UNKNOWN_METHODS };
  if (typeof route === "string") return { known: true, action: undefined, methods: [route, "onEvent"] };
  if (named === undefined || !Object.hasOwn(route.actions, named)) {
    return { known: false, action: named, methods: UNKNOWN_METHODS };
  }
  return { known: true, action: named, methods: [route.actions[named] as string, route.method, "onEvent"] };
}

/** Every method that could take an event of this type, whatever its action turns out to be. */
export function methodsOf(spec: WebhookSpec, type: string): readonly string[] {
  const route = Object.hasOwn(spec.routes, type) ? spec.routes[type] : undefined;
  if (route === undefined) return UNKNOWN_METHODS;
  if (typeof route === "string") return [route, "onEvent"];
  return [route.method, "onEvent", "onUnknownEvent", ...Object.values(route.actions)];
}
