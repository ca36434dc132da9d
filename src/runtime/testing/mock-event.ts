import { WebhookEvent } from "../event.js";
import type { WebhookHandler } from "../handler.js";
import type { WebhookSpec } from "../spec.js";
import { type EventName, type NamedEvent, splitEventName } from "./event-name.js";

/** A payload with any field left out, at any depth. */
export type PartialPayload<Payload> = Payload extends readonly (infer Item)[]
  ? readonly PartialPayload<Item>[]
  : Payload extends object
    ? { readonly [Key in keyof Payload]?: PartialPayload<Payload[Key]> | undefined }
    : Payload;

/** The event that `mockEvent` makes for a name. */
export type MockedEvent<Handler, Name> = NamedEvent<Handler, Name>;

type PayloadOf<Event> = Event extends { readonly payload: infer Payload } ? Payload : never;

/**
 * A typed event for a unit test, from the part of its payload that the test is about. Reading a
 * field that was not given throws and names it: a test never passes on an accidental `undefined`.
 *
 * @throws TypeError for an event that the class was not generated for
 */
export function mockEvent<Handler extends WebhookHandler, Name extends EventName<Handler>>(
  handlerClass: { readonly prototype: Handler },
  name: Name,
  payload: PartialPayload<PayloadOf<NamedEvent<Handler, Name>>> = {} as never,
): MockedEvent<Handler, Name> {
  const { spec } = handlerClass as unknown as { readonly spec: WebhookSpec };
  const { type, action } = splitEventName(spec, name);
  const given = withAction(spec, action, payload as object);
  const { provider, webhook } = spec;
  const init = { provider, webhook, type, action: action ?? actionIn(given), payload: guard(given, "payload"), verified: true };
  return new WebhookEvent(init) as unknown as MockedEvent<Handler, Name>;
}

/** The action stands in the payload too: a test should not have to say it twice. */
function withAction(spec: WebhookSpec, action: string | undefined, payload: object): object {
  const [key, ...deeper] = spec.action?.path ?? [];
  return action === undefined || key === undefined || deeper.length > 0 ? payload : { [key]: action, ...payload };
}

function actionIn(payload: object): string | undefined {
  const { action } = payload as { readonly action?: unknown };
  return typeof action === "string" ? action : undefined;
}

function guard<T>(value: T, path: string): T {
  if (typeof value !== "object" || value === null) return value;
  return new Proxy(value, {
    get(target, key, receiver) {
      // Symbols, and what serializers and assertions ask of anything, are no fields of a payload.
      if (typeof key === "symbol" || key in target || key === "toJSON" || key === "then" || key === "asymmetricMatch") {
        return guard(Reflect.get(target, key, receiver) as unknown, `${path}.${String(key)}`);
      }
      throw new TypeError(`The test reads ${path}.${key}, which mockEvent was not given`);
    },
  });
}
