import { accepted, acknowledge } from "./acknowledge.js";
import { once } from "./claim.js";
import type { WebhookRetryError } from "./errors.js";
import type { WebhookEvent } from "./event.js";
import type { Trace } from "./finish.js";
import { fail, type Failure, isOutcome, type Outcome } from "./outcome.js";
import { attempt, type MaybePromise, chain } from "./promise.js";
import type { EventMethod, Receiver } from "./receiver.js";
import { type SuccessData, successResponse, type WebhookAnswer, WebhookResponse } from "./response.js";
import { methodFor } from "./route.js";

/** Runs the one method that takes an event, the most specific the handler has; once for the keys it is known by. */
export function run(receiver: Receiver, event: WebhookEvent, trace: Trace, keys: readonly string[] = []): MaybePromise<Outcome> {
  const method = methodFor(receiver, event);
  if (method === undefined) return acknowledge(receiver);
  const inner = (): MaybePromise<Outcome> =>
    once(receiver, trace, keys, () => {
      trace.started = true;
      return attempt<Outcome>(() => work(receiver, method, event), toFailure);
    });
  return receiver.arounds.length === 0 ? inner() : surround(receiver, event, inner);
}

function surround(receiver: Receiver, event: WebhookEvent, inner: () => MaybePromise<Outcome>): MaybePromise<Outcome> {
  const skip = (): WebhookResponse => acknowledge(receiver);
  const all = receiver.arounds.reduceRight<() => MaybePromise<Outcome>>((next, around) => () => chain(around(event, next, skip), expectOutcome), inner);
  return attempt<Outcome>(all, toFailure);
}

/** @throws TypeError for what is none */
function expectOutcome(outcome: Outcome): Outcome {
  if (isOutcome(outcome)) return outcome;
  throw new TypeError("What stands around a method (around) must give what work() or skip() gave, or an answer");
}

function work(receiver: Receiver, method: EventMethod, event: WebhookEvent): MaybePromise<Outcome> {
  const { methods } = receiver;
  return chain(methods.shouldHandle?.(event) ?? true, (isWanted) =>
    isWanted ? chain<WebhookAnswer, Outcome>(method.call(methods, event), (answer) => toResponse(receiver, answer)) : acknowledge(receiver),
  );
}

function toFailure(error: unknown): Failure {
  // By name: in an application with two copies of this package, `instanceof` would not know the other's.
  const { name, message } = error instanceof Error ? error : { name: "", message: "" };
  if (name === "WebhookRetryError") return fail("handler_retry", message, error, (error as WebhookRetryError).retryAfter);
  return name === "WebhookPermanentError" ? fail("handler_gave_up", message, error) : fail("handler_failed", "The handler threw", error);
}

/** @throws TypeError for an answer that is none */
function toResponse(receiver: Receiver, answer: WebhookAnswer): WebhookResponse {
  if (answer instanceof WebhookResponse) return answer;
  if (answer === undefined || answer === null) return accepted(receiver);
  if (isData(answer)) return successResponse(answer);
  throw new TypeError("A method must give nothing, a plain object or a WebhookResponse (this.successResponse)");
}

/** A plain object, whoever made it: not a string, a list or some class's own, such as a web Response. */
function isData(answer: unknown): answer is SuccessData {
  if (typeof answer !== "object" || answer === null) return false;
  const prototype: unknown = Object.getPrototypeOf(answer);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
