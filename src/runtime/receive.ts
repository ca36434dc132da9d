import { readBody } from "./body.js";
import { WebhookEvent } from "./event.js";
import { finish, type Trace } from "./finish.js";
import { type Failure, fail, isFailure, type Outcome } from "./outcome.js";
import { hasShape, readPayload } from "./payload.js";
import { attempt, type MaybePromise, chain } from "./promise.js";
import { methodOf, type Receiver } from "./receiver.js";
import { headerValue, toEventHeaders, type WebhookRequest } from "./request.js";
import type { WebhookResponse } from "./response.js";
import { findRoute, methodsOf } from "./route.js";
import { acknowledge, run } from "./run.js";
import type { Delivery, Verdict } from "./verify/delivery.js";
import { type ConstantSource, type FieldSource, type HeaderSource, readField, readHeader } from "./verify/sources.js";

/**
 * Takes a request through every check, in the order that costs least and tells least: head, body
 * limit, secret, signature, timestamp; only then is anything parsed, routed and run.
 */
export function receive(receiver: Receiver, request: WebhookRequest): MaybePromise<WebhookResponse> {
  const trace: Trace = { receivedAt: receiver.now() };
  return chain(
    attempt(
      () => check(receiver, request, trace),
      (error) => fail("handler_failed", "The request could not be processed", error),
    ),
    (outcome) => finish(receiver, trace, outcome),
  );
}

function check(receiver: Receiver, request: WebhookRequest, trace: Trace): MaybePromise<Outcome> {
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
    const freshness = { now: trace.receivedAt, tolerance: receiver.tolerance };
    return chain(receiver.spec.verify.verify(delivery, keys, freshness), (verdict) =>
      verdict.ok ? accept(receiver, delivery, verdict, trace) : fail("signature_invalid", verdict.reason),
    );
  });
}

/** From here on the sender is known. */
function accept(
  receiver: Receiver,
  delivery: Delivery,
  verdict: Extract<Verdict, { ok: true }>,
  trace: Trace,
): MaybePromise<Outcome> {
  const { spec } = receiver;
  if (spec.event.from === "header") {
    const type = eventName(receiver, delivery, undefined);
    if (typeof type === "string" && !methodsOf(spec, type).some((name) => methodOf(receiver, name))) {
      trace.event = type;
      return acknowledge(receiver);
    }
  }
  const body = readPayload(spec, delivery);
  if (isFailure(body)) return body;
  const event = toEvent(receiver, delivery, body.payload, verdict.timestamp, trace);
  return isFailure(event) ? event : run(receiver, event);
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
  if (typeof type !== "string") return type;
  trace.event = type;
  if (!hasShape(spec, type, payload)) return fail("body_malformed", "The body does not have the shape of its event");
  const { action } = findRoute(spec, type, spec.action && readField(spec.action, payload));
  const id = spec.id && readSource(spec.id, delivery, payload);
  if (action !== undefined) trace.action = action;
  if (typeof id === "string" || typeof id === "number") trace.id = String(id);
  const { provider, webhook, verify } = spec;
  const { receivedAt } = trace;
  const { headers, body: rawBody } = delivery;
  return new WebhookEvent({
    provider, webhook, type, action, id: trace.id, payload, headers, receivedAt, timestamp, verified: verify.signed, rawBody,
  });
}

/** The event's name: what stands in its place on the wire, through the spec's map where it has one. */
function eventName(receiver: Receiver, delivery: Delivery, payload: unknown): string | Failure {
  const wire = readSource(receiver.spec.event, delivery, payload);
  const mapped = receiver.spec.eventMap?.find(([value]) => value === wire)?.[1] ?? wire;
  if (typeof mapped === "number") return String(mapped);
  return typeof mapped === "string" && mapped !== "" ? mapped : fail("body_malformed", "The delivery does not name its event");
}

function readSource(source: HeaderSource | FieldSource | ConstantSource, delivery: Delivery, payload: unknown): unknown {
  if (source.from === "header") return readHeader(source, delivery.headers);
  return source.from === "field" ? readField(source, payload) : source.value;
}
