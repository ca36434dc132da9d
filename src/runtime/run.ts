import type { WebhookEvent } from "./event.js";
import { fail, type Outcome } from "./outcome.js";
import { attempt, type MaybePromise, chain } from "./promise.js";
import { type EventMethod, methodOf, type Receiver } from "./receiver.js";
import { type SuccessData, successResponse, type WebhookAnswer, WebhookResponse } from "./response.js";
import { findRoute } from "./route.js";

/** Runs the one method that takes an event, the most specific the handler has. */
export function run(receiver: Receiver, event: WebhookEvent): MaybePromise<Outcome> {
  const { methods } = findRoute(receiver.spec, event.type, event.action);
  for (const name of methods) {
    const method = methodOf(receiver, name);
    if (method !== undefined) {
      return attempt<Outcome>(
        () => chain(wanted(receiver, event), (yes) => (yes ? call(method, event) : acknowledge(receiver))),
        (cause) => fail("handler_failed", "The handler threw", cause),
      );
    }
  }
  return acknowledge(receiver);
}

/** The answer to a delivery that nobody takes: received, nothing done. */
export function acknowledge(_receiver: Receiver): WebhookResponse {
  return new WebhookResponse(undefined, { status: 204 });
}

function wanted(receiver: Receiver, event: WebhookEvent): MaybePromise<boolean> {
  return receiver.methods.shouldHandle?.(event) ?? true;
}

function call(method: EventMethod, event: WebhookEvent): MaybePromise<WebhookResponse> {
  return chain<WebhookAnswer, WebhookResponse>(method(event), (answer) => {
    if (answer instanceof WebhookResponse) return answer;
    if (answer === undefined || answer === null) return successResponse();
    if (isData(answer)) return successResponse(answer);
    throw new TypeError("A method must give nothing, a plain object or a WebhookResponse (this.successResponse)");
  });
}

/** A plain object, whoever made it: not a string, a list or some class's own, such as a web Response. */
function isData(answer: unknown): answer is SuccessData {
  if (typeof answer !== "object" || answer === null) return false;
  const prototype: unknown = Object.getPrototypeOf(answer);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
