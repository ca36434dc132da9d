import { toPascalCase } from "../pascal-case.js";
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
  const stem = toPascalCase(event.name);
  const free = /^\p{ID_Start}/u.test(stem) && !BASE_METHODS.has(`on${stem}`) && !isTakenType(prefix, stem);
  const name = free ? stem : provider + stem;
  return { method: `on${name}`, type: name };
}

function safeType(provider: string, prefix: string, stem: string): string {
  return isTakenType(prefix, stem) ? provider + stem : stem;
}

function isTakenType(prefix: string, stem: string): boolean {
  return IMPORTED_TYPES.has(`${stem}Event`) || stem === prefix;
}
