import { publicMessage, statusOf, WebhookError } from "./errors.js";
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

/** Turns an outcome into the answer, and tells the logger and `onError`. */
export function finish(receiver: Receiver, trace: Trace, outcome: Outcome): WebhookResponse {
  if (isFailure(outcome)) report(receiver, trace, outcome);
  else handled(receiver, trace, outcome.status);
  return isFailure(outcome) ? failureResponse(outcome.failure, outcome.retryAfter) : outcome;
}

/** Tells everybody who listens. Most handlers have nobody: then nothing is made up for them. */
export function tell({ listeners }: Receiver, what: keyof DeliveryHooks, details: () => DeliveryDetails): void {
  // Whoever listens must not change what the provider is answered.
  for (const listener of listeners) quietly(() => listener[what]?.(details()));
}

function handled(receiver: Receiver, trace: Trace, status: number): void {
  const details = (): DeliveryDetails => describe(receiver, trace, status);
  if (!trace.split) tell(receiver, trace.duplicate ? "onDuplicate" : status < 400 ? "onHandled" : "onFailed", details);
  quietly(() => receiver.logger.info?.("Webhook delivery handled", details()));
}

/** The answer to a failure: its stable code and nothing of the why. */
export function failureResponse(code: WebhookError["code"], retryAfter?: number): WebhookResponse {
  const headers = {
    ...(code === "method_not_allowed" && { allow: "POST" }),
    ...(retryAfter !== undefined && { "retry-after": String(retryAfter) }),
  };
  return new WebhookResponse({ status: "error", code, message: publicMessage(code) }, { status: statusOf(code), headers });
}

function report(receiver: Receiver, trace: Trace, { failure, reason, cause }: Failure): void {
  const status = statusOf(failure);
  const details: DeliveryDetails = {
    ...describe(receiver, trace, status),
    code: failure,
    ...(reason !== undefined && { reason }),
    ...(cause !== undefined && { cause }),
  };
  const { logger, onError } = receiver;
  // Each by itself: neither may keep the other from being told, or change what the provider is answered.
  quietly(() => (status >= 500 ? logger.error?.("Webhook delivery failed", details) : logger.warn?.("Webhook delivery refused", details)));
  tell(receiver, status >= 500 || failure === "handler_gave_up" ? "onFailed" : "onRefused", () => details);
  if (onError) quietly(() => onError(new WebhookError(failure, reason, { cause }), details));
}

function describe(receiver: Receiver, trace: Trace, status: number): DeliveryDetails {
  const { receivedAt, started: _, duplicate: __, split: ___, ...known } = trace;
  const { provider, webhook } = receiver.spec;
  const duration = attempt(() => receiver.now() - receivedAt, () => NaN) as number;
  return { provider, webhook, ...known, status, duration };
}
