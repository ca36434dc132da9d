import { accept } from "./accept.js";
import { readBody } from "./body.js";
import { toCheck } from "./check.js";
import type { EventHeaders } from "./event.js";
import { finish, tell, type Trace } from "./finish.js";
import type { InTime } from "./in-time.js";
import type { DeliveryDetails } from "./options.js";
import { crashed, fail, isFailure, isOutcome, type Outcome } from "./outcome.js";
import { lazyPayload, type ReadPayload } from "./payload.js";
import { attempt, chain, isPromise, type MaybePromise } from "./promise.js";
import type { Receiver } from "./receiver.js";
import { headerValue, toEventHeaders, type WebhookRequest } from "./request.js";
import type { WebhookResponse } from "./response.js";
import { shakeHands } from "./shake-hands.js";
import type { Check, Verdict } from "./verify/delivery.js";

/**
 * Takes a request through every check, in the order that costs least and tells least: head, body
 * limit, secret, signature, timestamp; only then is anything parsed, routed and run. One that was queued
 * comes with the time of its arrival (Unix milliseconds): its freshness is judged by that.
 */
export function receive(receiver: Receiver, request: WebhookRequest, receivedAt?: number): MaybePromise<WebhookResponse> {
  const trace: Trace = { receivedAt: receivedAt ?? NaN, event: undefined, action: undefined, id: undefined, started: false, duplicate: false, split: false };
  tell(receiver, "onReceived", received);
  let outcome: MaybePromise<Outcome>;
  try {
    if (receivedAt === undefined) trace.receivedAt = receiver.now();
    outcome = receiver.gates.length > 0 ? chain(admit(receiver, request), (answer) => answer ?? open(receiver, request, trace)) : open(receiver, request, trace);
  } catch (error) {
    outcome = crashed(error);
  }
  return isPromise(outcome) ? chain(attempt(() => outcome, crashed), (found) => finish(receiver, trace, found)) : finish(receiver, trace, outcome);
}

function received({ spec: { provider, webhook } }: Receiver): DeliveryDetails {
  return { provider, webhook };
}

/** The first gate that keeps a request out has its answer given. */
function admit(receiver: Receiver, request: WebhookRequest, at = 0): MaybePromise<Outcome | undefined> {
  const gate = receiver.gates[at];
  return gate && chain(gate(request), (answer) => {
    if ((answer ?? undefined) === undefined) return admit(receiver, request, at + 1);
    return isOutcome(answer) ? answer : fail("handler_failed", "A guard (admit) must give undefined or an answer");
  });
}

/** What costs next to nothing comes first; then the body is read. */
function open(receiver: Receiver, request: WebhookRequest, trace: Trace): MaybePromise<Outcome> {
  const { method } = request;
  if (method !== "POST" && !receiver.spec.handshakes?.some((one) => one.unsigned && one.method === method)) return fail("method_not_allowed");
  const headers = toEventHeaders(request.headers);
  // What was signed is what was sent: an unpacked body is another one, and may be a bomb.
  const encoding = headerValue(headers, "content-encoding");
  if (encoding !== undefined && encoding.toLowerCase() !== "identity") return fail("encoding_unsupported");
  return chain(readBody(receiver, request.body), (bytes) => (isFailure(bytes) ? bytes : examine(receiver, request, trace, headers, bytes)));
}

function examine(receiver: Receiver, { method, url, inTime }: WebhookRequest, trace: Trace, headers: EventHeaders, bytes: Uint8Array): MaybePromise<Outcome> {
  const delivery = { method, url, headers, body: bytes };
  const body = lazyPayload(receiver.spec, delivery);
  const check = toCheck(receiver.surroundings(trace.receivedAt), delivery, body);
  if (!receiver.spec.handshakes) return authenticate(receiver, check, body, trace, inTime);
  return chain(shakeHands(receiver, check, true), (answer) => answer ?? (method === "POST" ? authenticate(receiver, check, body, trace, inTime) : fail("method_not_allowed")));
}

function authenticate(receiver: Receiver, check: Check, body: ReadPayload, trace: Trace, inTime: InTime | undefined): MaybePromise<Outcome> {
  return chain(receiver.secrets(check.delivery), (texts) => {
    const keys = isFailure(texts) ? texts : receiver.keys(texts);
    if (isFailure(keys)) return keys;
    return chain(receiver.spec.verify.verify(check, keys), (verdict) => {
      if (!verdict.ok) return refuse(verdict);
      const work = accept(receiver, check, body, verdict, trace);
      return inTime ? inTime(receiver, trace, work) : work;
    });
  });
}

/** All forgeries look the same from outside; a receiver that is not set up says so. */
function refuse({ reason, advice }: Extract<Verdict, { readonly ok: false }>): Outcome {
  return advice === undefined ? fail("signature_invalid", reason) : fail("setup_incomplete", advice);
}
