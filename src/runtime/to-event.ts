import type { Accepted } from "./accept.js";
import { DeliveredEvent, type WebhookEvent } from "./event.js";
import type { Trace } from "./finish.js";
import { fail, type Failure } from "./outcome.js";
import { hasShape } from "./payload.js";
import type { Receiver } from "./receiver.js";
import { findRoute } from "./route.js";
import type { WebhookSpec } from "./spec.js";
import type { Check } from "./verify/delivery.js";
import { asText, type Source } from "./verify/sources.js";

/** The event of a verified delivery, or of one item of it; a failure when its body is not that of its event. */
export function toEvent(receiver: Receiver, check: Check, accepted: Accepted, trace: Trace): WebhookEvent | Failure {
  const { spec } = receiver;
  const { provider, webhook, verify } = spec;
  const { headers, body: rawBody } = check.delivery;
  const type = (trace.event = eventName(spec, check));
  const payload = check.payload();
  if (!hasShape(spec, type, payload)) return fail("body_malformed", "The body does not have the shape of its event");
  const { action } = findRoute(spec, type, spec.action?.get(check));
  const id = deliveryId(receiver.ids, check, accepted.id);
  trace.action = action;
  trace.id = id;
  const { receivedAt } = trace;
  const { timestamp } = accepted;
  const event = new DeliveredEvent({ provider, webhook, type, action, id, payload, receivedAt, timestamp, verified: verify.signed, rawBody }, headers);
  return (receiver.validate === "off" ? undefined : spec.validators?.(receiver, event)) ?? event;
}

/** The event's name: what stands in its place on the wire, through the spec's map where it has one. Blank where nothing does. */
export function eventName({ event, eventMap }: WebhookSpec, check: Check): string {
  const wire = event.get(check);
  // Signed, so the provider did send it: an event that nobody knows is no reason to have it sent again.
  return asText(eventMap?.find(([value]) => value === wire)?.[1] ?? wire) ?? "";
}

/** The first of the places for an id that holds one. Of ids in headers, the one that is signed. */
function deliveryId(places: readonly Source[], check: Check, signedId: string | undefined): string | undefined {
  for (const place of places) {
    const id = (place.from === "header" ? signedId : undefined) ?? asText(place.get(check));
    if (id) return id;
  }
  return signedId;
}
