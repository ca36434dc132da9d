import type { WebhookHandler } from "../handler.js";
import type { WebhookSpec } from "../spec.js";
import type { WebhookEvent } from "../event.js";

/** The union of a handler's events. */
export type EventOf<Handler> = Handler extends WebhookHandler<infer Event> ? Event : never;

/** `push`, `pull_request` or `pull_request.opened`: the events of a handler, as one writes them. */
export type EventName<Handler> = NameOf<EventOf<Handler>>;

type NameOf<Event> = Event extends WebhookEvent<infer Type, unknown, infer Action>
  ? Type | (Action extends string ? `${Type}.${Action}` : never)
  : never;

/** The events that a name stands for: one, or all actions of one event. */
export type NamedEvent<Handler, Name> = Pick<EventOf<Handler>, Name>;

type Pick<Event, Name> = Event extends WebhookEvent<infer Type, unknown, infer Action>
  ? Name extends Type
    ? Event
    : Action extends string
      ? Name extends `${Type}.${Action}`
        ? Event
        : never
      : never
  : never;

/**
 * Splits a name into event and action. The longest event that the spec knows wins, so that
 * `payment_intent.succeeded` stays whole.
 *
 * @throws TypeError for a name that the handler was not generated for
 */
export function splitEventName(spec: WebhookSpec, name: string): { readonly type: string; readonly action: string | undefined } {
  if (Object.hasOwn(spec.routes, name)) return { type: name, action: undefined };
  for (let dot = name.lastIndexOf("."); dot > 0; dot = name.lastIndexOf(".", dot - 1)) {
    const [type, action] = [name.slice(0, dot), name.slice(dot + 1)];
    const route = Object.hasOwn(spec.routes, type) ? spec.routes[type] : undefined;
    if (typeof route === "object" && Object.hasOwn(route.actions, action)) return { type, action };
  }
  throw new TypeError(`The ${spec.provider} handler was not generated for the event "${name}"`);
}
