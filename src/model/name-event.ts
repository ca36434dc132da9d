import type { Problem } from "../errors.js";
import { eventStem } from "../event-stem.js";
import type { ChosenEvent } from "./choose-events.js";

/** The stems of an event's names. */
export interface EventNames {
  /** `onPullRequest` */
  readonly method: string;
  /** `PullRequest`: with `Event` behind it, or an action and `Event`. */
  readonly type: string;
}

/** Methods that every handler has or may have of its own. */
const BASE_METHODS: ReadonlySet<string> = new Set(["onEvent", "onUnknownEvent"]);

/** Types that the generated file imports, or that would hide what it is built from. */
const IMPORTED_TYPES: ReadonlySet<string> = new Set(["WebhookEvent", "Event"]);

/** Names an event. One that is taken, or is no name, gets the provider before it: `onAcmeEvent`, `Acme404Event`. */
export function nameEvent(provider: string, prefix: string, event: ChosenEvent): EventNames {
  if (event.method !== undefined) return { method: event.method, type: safeType(provider, prefix, event.method.slice(2)) };
  const stem = eventStem(event.name);
  const free = /^\p{ID_Start}/u.test(stem) && !BASE_METHODS.has(`on${stem}`) && !isTakenType(prefix, stem);
  const name = free ? stem : provider + stem;
  return { method: `on${name}`, type: safeType(provider, prefix, name) };
}

/** Names an action of an event. Where that would be a hook, or the name of what stands beside it, the provider comes before it. */
export function nameAction(provider: string, prefix: string, names: EventNames, action: string): { readonly method: string; readonly typeName: string } {
  const end = eventStem(action);
  const method = names.method + end;
  return {
    method: BASE_METHODS.has(method) ? `on${provider}${method.slice(2)}` : method,
    typeName: `${safeType(provider, prefix, names.type + end)}Event`,
  };
}

/** Why an event cannot be named: no letter to make a name of, or a method that every handler has. */
export function nameProblems({ name, method, at }: ChosenEvent): readonly Problem[] {
  const hint = "Name it yourself, in the YAML's events: - { name: the event, method: onWhatYouCallIt }";
  if (method !== undefined && BASE_METHODS.has(method)) {
    return [{ code: "reserved-method", severity: "error", message: `The event "${name}" cannot have the method ${method}: it takes other events`, hint, at }];
  }
  if (method !== undefined || eventStem(name) !== "") return [];
  return [{ code: "nameless-event", severity: "error", message: `The event "${name}" has no letter that a method's name could be made of`, hint, at }];
}

function safeType(provider: string, prefix: string, stem: string): string {
  return isTakenType(prefix, stem) ? safeType(provider, prefix, provider + stem) : stem;
}

function isTakenType(prefix: string, stem: string): boolean {
  return IMPORTED_TYPES.has(`${stem}Event`) || stem === prefix;
}
