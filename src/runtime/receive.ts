import { acknowledge } from "./acknowledge.js";
import { readBody } from "./body.js";
import { toCheck } from "./check.js";
import { claimKeys } from "./claim.js";
import { WebhookEvent } from "./event.js";
import { finish, type Trace } from "./finish.js";
import { shakeHands } from "./handshake/handshake.js";
import { type Failure, fail, isFailure, type Outcome } from "./outcome.js";
import { hasShape, lazyPayload, type ReadPayload } from "./payload.js";
import { attempt, type MaybePromise, chain } from "./promise.js";
import { methodOf, type Receiver } from "./receiver.js";
import { refuse } from "./refuse.js";
import { headerValue, toEventHeaders, type WebhookRequest } from "./request.js";
import type { WebhookResponse } from "./response.js";
import { findRoute, methodsOf } from "./route.js";
import { run } from "./run.js";
import type { WebhookSpec } from "./spec.js";
import type { Check, Delivery, Verdict } from "./verify/delivery.js";
import { asText, type ConstantSource, queryValue, readField, readHeader, type ValueSource } from "./verify/sources.js";

type Accepted = Extract<Verdict, { readonly ok: true }>;

/**
 * Takes a request through every check, in the order that costs least and tells least: head, body
 * limit, secret, signature, timestamp; only then is anything parsed, routed and run.
 */
export function receive(receiver: Receiver, request: WebhookRequest): MaybePromise<WebhookResponse> {
  const trace: Trace = { receivedAt: receiver.now() };
  return chain(
    attempt(
      () => open(receiver, request, trace),
      (error) => fail("handler_failed", "The request could not be processed", error),
    ),
    (outcome) => finish(receiver, trace, outcome),
  );
}

/** What costs next to nothing comes first; then the body is read. */
function open(receiver: Receiver, request: WebhookRequest, trace: Trace): MaybePromise<Outcome> {
  const headers = toEventHeaders(request.headers);
  if (request.method !== "POST") return fail("method_not_allowed");
  // What was signed is what was sent: an unpacked body is another one, and may be a bomb.
  const encoding = headerValue(headers, "content-encoding");
  if (encoding !== undefined && encoding.toLowerCase() !== "identity") return fail("encoding_unsupported");
  return chain(readBody(request.body, receiver.maxBodyBytes), (body) => {
    if (isFailure(body)) return body;
    return authenticate(receiver, { method: request.method, url: request.url, headers, body }, trace);
  });
}

function authenticate(receiver: Receiver, delivery: Delivery, trace: Trace): MaybePromise<Outcome> {
  return chain(receiver.secrets(delivery), (texts) => {
    if (isFailure(texts)) return texts;
    const keys = receiver.keys(texts);
    if (isFailure(keys)) return keys;
    const body = lazyPayload(receiver.spec, delivery);
    const check = toCheck(receiver.surroundings(trace.receivedAt), delivery, body);
    return chain(receiver.spec.verify.verify(check, keys), (verdict) =>
      verdict.ok ? accept(receiver, check, body, verdict, trace) : refuse(verdict.reason),
    );
  });
}

/** From here on the sender is known. */
function accept(receiver: Receiver, check: Check, body: ReadPayload, verdict: Accepted, trace: Trace): MaybePromise<Outcome> {
  const { spec } = receiver;
  const { delivery } = check;
  if (spec.event.from === "header" && spec.handshakes === undefined) {
    const type = eventName(receiver, delivery, undefined);
    if (!methodsOf(spec, type).some((name) => methodOf(receiver, name))) {
      trace.event = type;
      return acknowledge(receiver);
    }
  }
  const read = body();
  if (isFailure(read)) return read;
  const answer = spec.handshakes && shakeHands(spec.handshakes, check);
  if (answer !== undefined) return answer;
  const event = toEvent(receiver, delivery, read.payload, verdict.timestamp, trace);
  if (isFailure(event)) return event;
  return chain(claimKeys(receiver, trace.id, verdict.signed ?? [delivery.body]), (keys) => run(receiver, event, keys));
}

function toEvent(
  receiver: Receiver,
  delivery: Delivery,
  payload: unknown,
  timestamp: number | undefined,
  trace: Trace,
): WebhookEvent | Failure {
  const { spec } = receiver;
  const type = eventName(receiver, delivery, payload);
  trace.event = type;
  if (!hasShape(spec, type, payload)) return fail("body_malformed", "The body does not have the shape of its event");
  const { action } = findRoute(spec, type, spec.action && readField(spec.action, payload));
  const id = deliveryId(spec, delivery, payload);
  if (action !== undefined) trace.action = action;
  if (id !== undefined) trace.id = id;
  const { provider, webhook, verify } = spec;
  const { receivedAt } = trace;
  const { headers, body: rawBody } = delivery;
  return new WebhookEvent({
    provider, webhook, type, action, id, payload, headers, receivedAt, timestamp, verified: verify.signed, rawBody,
  });
}

/** The first of the places for an id that holds one. */
function deliveryId({ id: places = [] }: WebhookSpec, delivery: Delivery, payload: unknown): string | undefined {
  for (const place of [places].flat()) {
    const id = asText(readSource(place, delivery, payload));
    if (id !== undefined && id !== "") return id;
  }
  return undefined;
}

/** The event's name: what stands in its place on the wire, through the spec's map where it has one. Blank where nothing does. */
function eventName(receiver: Receiver, delivery: Delivery, payload: unknown): string {
  const wire = readSource(receiver.spec.event, delivery, payload);
  const mapped = receiver.spec.eventMap?.find(([value]) => value === wire)?.[1] ?? wire;
  if (typeof mapped === "number") return String(mapped);
  // Signed, so the provider did send it: an event that nobody knows, and no reason to have it sent again.
  return typeof mapped === "string" ? mapped : "";
}

function readSource(source: ValueSource | ConstantSource, delivery: Delivery, payload: unknown): unknown {
  if (source.from === "header") return readHeader(source, delivery.headers);
  if (source.from === "query") return queryValue(delivery, source.name);
  return source.from === "field" ? readField(source, payload) : source.value;
}
