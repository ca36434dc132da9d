import { type WebhookEvent, WebhookHandler, type WebhookHandlerOptions, type WebhookSpec } from "@smart-webhooks/runtime";
import type { HttpCase } from "./http-case.js";

/** What a receiver is set up with. */
export interface Receiver {
  readonly events: readonly string[] | Readonly<Record<string, string>>;
  readonly shape?: Readonly<Record<string, readonly string[]>>;
}

/** The handlers of one receiver, and the events that reached their methods. */
export interface Instance {
  /** The case that is being run: its handler is the one that counts. */
  running?: HttpCase;
  readonly handlers: Readonly<Record<string, WebhookHandler>>;
  readonly seen: WebhookEvent[];
}

/** A receiver as its first case wants it: methods for the listed events only. */
export function createReceiver(listed: Readonly<Record<string, Receiver>>, specs: readonly WebhookSpec[], first: HttpCase): Instance {
  const seen: WebhookEvent[] = [];
  const options: WebhookHandlerOptions = { ...(first.requires?.includes("strict-replay") && { replay: "strict" }), env: first.secretEnv, now: () => first.now * 1000, logger: {}, ...first.config };
  const instance: { running?: HttpCase } = {};
  const entries = specs.map((spec) => {
    // A path of its own goes to the receiver that the case is for.
    const { path, ...others } = options;
    const isMeant = spec.webhook === "default";
    const handler = createHandler(withShape(listed[spec.provider], spec, first), eventsOf(listed[first.provider]), { ...others, ...(isMeant && { path }) }, (event) => take(instance.running ?? first, event, seen));
    return [isMeant ? spec.provider : `${spec.provider}/${spec.webhook}`, handler] as const;
  });
  return Object.assign(instance, { handlers: Object.fromEntries(entries), seen });
}

/** Twilio's receiver checks a shape in the cases that say so: the built-in provider leaves that to its users. */
function withShape({ shape }: Partial<Receiver> = {}, spec: WebhookSpec, { requires }: HttpCase): WebhookSpec {
  return shape === undefined || !requires?.includes("payload-shape-check") ? spec : { ...spec, shape };
}

function createHandler(spec: WebhookSpec, events: readonly string[], options: WebhookHandlerOptions, method: (event: WebhookEvent) => void): WebhookHandler {
  class Configured extends WebhookHandler {
    static readonly spec = spec;
  }
  for (const event of events) {
    const route = Object.hasOwn(spec.routes, event) ? spec.routes[event] : undefined;
    const name = typeof route === "object" ? route.method : route;
    if (name !== undefined) Object.defineProperty(Configured.prototype, name, { value: method });
  }
  return new Configured(options);
}

function eventsOf(receiver: Receiver | undefined): readonly string[] {
  return Object.values(receiver?.events ?? ["incoming_message"]);
}

function take({ handler = "" }: HttpCase, event: WebhookEvent, seen: WebhookEvent[]): void {
  seen.push(event);
  if (handler.startsWith("throw:")) throw new Error(handler.slice("throw:".length));
  // Whatever a handler throws must be survived, `undefined` too.
  // oxlint-disable-next-line no-throw-literal
  if (handler === "throw-undefined") throw undefined;
  if (handler === "ok-then-unhandled-rejection") void Promise.reject(new Error("late"));
}
