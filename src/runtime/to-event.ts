import { WebhookEvent } from "./event.js";
import type { Trace } from "./finish.js";
import { fail, type Failure } from "./outcome.js";
import { hasShape } from "./payload.js";
import type { Receiver } from "./receiver.js";
import { findRoute } from "./route.js";
import type { WebhookSpec } from "./spec.js";
import type { Accepted } from "./accept.js";
import type { Check } from "./verify/delivery.js";
import { asText, type Source } from "./verify/sources.js";

/** The event of a verified delivery, or of one item of it; a failure when its body is not that of its event. */
export function toEvent(receiver: Receiver, check: Check, { timestamp, id: signedId }: Accepted, trace: Trace): WebhookEvent | Failure {
  const { spec } = receiver;
  const type = eventName(spec, check);
  const payload = check.payload();
  trace.event = type;
  if (!hasShape(spec, type, payload)) return fail("body_malformed", "The body does not have the shape of its event");
  const { action } = findRoute(spec, type, spec.action?.get(check));
  const id = deliveryId([spec.id ?? []].flat(), check, signedId);
  trace.action = action;
  trace.id = id;
  const { provider, webhook, verify } = spec;
  const { receivedAt } = trace;
  const { headers, body: rawBody } = check.delivery;
  const event = new WebhookEvent({
    provider, webhook, type, action, id, payload, headers, receivedAt, timestamp, verified: verify.signed, rawBody,
  });
  return (receiver.validate === "off" ? undefined : spec.validators?.(receiver, event)) ?? event;
}

/** The event's name: what stands in its place on the wire, through the spec's map where it has one. Blank where nothing does. */
export function eventName({ event, eventMap }: WebhookSpec, check: Check): string {
  const wire = event.get(check);
  // Signed, so the provider did send it: an event that nobody knows is no reason to have it sent again.
  return asText(eventMap?.find(([value]) => value === wire)?.[1] ?? wire) ?? "";
}

/** The id that all items of a batch have: what stands outside the body is the delivery's, a field may be anything's. */
export function sharedId({ id: places = [] }: WebhookSpec, check: Check, signedId: string | undefined): string | undefined {
  return deliveryId([places].flat().filter(({ from }) => from === "header" || from === "query"), check, signedId);
}

/** The first of the places for an id that holds one. Of ids in headers, the one that is signed. */
function deliveryId(places: readonly Source[], check: Check, signedId: string | undefined): string | undefined {
  for (const place of places) {
    const id = (place.from === "header" ? signedId : undefined) ?? asText(place.get(check));
    if (id !== undefined && id !== "") return id;
  }
  return signedId;
}
