import { constant } from "./acknowledge.js";
import { publicMessage, statusOf, WebhookError, type WebhookErrorCode } from "./errors.js";
import type { DeliveryHooks } from "./extension.js";
import type { DeliveryDetails } from "./options.js";
import { type Failure, isFailure, type Outcome } from "./outcome.js";
import { attempt, quietly } from "./promise.js";
import type { Receiver } from "./receiver.js";
import { WebhookResponse } from "./response.js";

/** What is known of a delivery so far, for its log line. */
export interface Trace {
  /** Unix milliseconds. */
  receivedAt: number;
  event?: string | undefined;
  action?: string | undefined;
  id?: string | undefined;
  /** Whether a method was called: its delivery is claimed by then. */
  started?: boolean;
  /** Whether it was done before. */
  duplicate?: boolean;
  /** Whether each of its items was told of by itself. */
  split?: boolean;
}

/** Turns an outcome into the answer, and tells the logger and everybody who listens. */
export function finish(receiver: Receiver, trace: Trace, outcome: Outcome): WebhookResponse {
  const { logger, onError } = receiver;
  if (!isFailure(outcome)) {
    const { status } = outcome;
    const details = (): DeliveryDetails => describe(receiver, trace, status);
    if (!trace.split) tell(receiver, trace.duplicate ? "onDuplicate" : status < 400 ? "onHandled" : "onFailed", details);
    if (logger.info) quietly(() => logger.info?.("Webhook delivery handled", details()));
    return outcome;
  }
  const { failure, reason, cause, retryAfter } = outcome;
  const answer = failureResponse(failure, retryAfter);
  const isOurs = answer.status >= 500;
  const details = (): DeliveryDetails => ({ ...describe(receiver, trace, answer.status), code: failure, ...whyOf(outcome) });
  // Each by itself: none may keep another from being told, or change what the provider is answered.
  quietly(() => (isOurs ? logger.error?.("Webhook delivery failed", details()) : logger.warn?.("Webhook delivery refused", details())));
  tell(receiver, isOurs || failure === "handler_gave_up" ? "onFailed" : "onRefused", details);
  if (onError) quietly(() => onError(new WebhookError(failure, reason, { cause }), details()));
  return answer;
}

/** Tells everybody who listens. Most handlers have nobody: then nothing is made up for them. */
export function tell(receiver: Receiver, what: keyof DeliveryHooks, details: (receiver: Receiver) => DeliveryDetails): void {
  for (const listener of receiver.listeners) if (listener[what]) quietly(() => listener[what]?.(details(receiver)));
}

const ANSWERS: Partial<Record<WebhookErrorCode, WebhookResponse>> = {};

/** The answer to a failure: its stable code and nothing of the why. */
export function failureResponse(code: WebhookErrorCode, retryAfter?: number): WebhookResponse {
  if (retryAfter !== undefined) return toResponse(code, { "retry-after": String(retryAfter) });
  return (ANSWERS[code] ??= constant(toResponse(code, code === "method_not_allowed" ? { allow: "POST" } : {})));
}

function toResponse(code: WebhookErrorCode, headers: Readonly<Record<string, string>>): WebhookResponse {
  return new WebhookResponse({ status: "error", code, message: publicMessage(code) }, { status: statusOf(code), headers });
}

function whyOf({ reason, cause }: Failure): Pick<DeliveryDetails, "reason" | "cause"> {
  return { ...(reason !== undefined && { reason }), ...(cause !== undefined && { cause }) };
}

function describe({ now, spec: { provider, webhook } }: Receiver, { receivedAt, event, action, id }: Trace, status: number): DeliveryDetails {
  const duration = attempt(() => now() - receivedAt, () => NaN) as number;
  return { provider, webhook, event, action, id, status, duration };
}
