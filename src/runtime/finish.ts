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

/** Turns an outcome into the answer, and tells the logger and everybody who listens. Most handlers have nobody: then nothing is made up. */
export function finish(receiver: Receiver, trace: Trace, outcome: Outcome): WebhookResponse {
  const failed = isFailure(outcome);
  const answer = failed ? failureResponse(outcome.failure, outcome.retryAfter) : outcome;
  const { status } = answer;
  const level = failed ? (status >= 500 ? "error" : "warn") : "info";
  const hook = failed ? (status >= 500 || outcome.failure === "handler_gave_up" ? "onFailed" : "onRefused") : hookOf(trace, status);
  const { logger, listeners, onError } = receiver;
  if (hears(logger, level) || (failed && onError) || listeners.some((one) => hears(one, hook))) report(receiver, trace, failed ? outcome : undefined, status, level, hook);
  return answer;
}

function hookOf({ duplicate }: Trace, status: number): keyof DeliveryHooks {
  if (duplicate) return "onDuplicate";
  return status < 400 ? "onHandled" : "onFailed";
}

const MESSAGES = { info: "Webhook delivery handled", warn: "Webhook delivery refused", error: "Webhook delivery failed" } as const;

/** Each is told by itself: none may keep another from it, or change what the provider is answered. */
function report(receiver: Receiver, trace: Trace, failure: Failure | undefined, status: number, level: keyof typeof MESSAGES, hook: keyof DeliveryHooks): void {
  const { logger, onError } = receiver;
  const details = describe(receiver, trace, status, failure);
  quietly(() => logger[level]?.(MESSAGES[level], details));
  if (!trace.split) tell(receiver, hook, () => details);
  if (failure && onError) quietly(() => onError(new WebhookError(failure.failure, failure.reason, { cause: failure.cause }), details));
}

/** Tells everybody who listens. */
export function tell(receiver: Receiver, what: keyof DeliveryHooks, details: (receiver: Receiver) => DeliveryDetails): void {
  for (const listener of receiver.listeners) if (hears(listener, what)) quietly(() => listener[what]?.(details(receiver)));
}

/** Whether somebody wants to be told. A getter that throws is nobody. */
function hears<T extends object>(one: T, what: keyof T): boolean {
  try {
    return one[what] !== undefined;
  } catch {
    return false;
  }
}

const answers = new Map<WebhookErrorCode, WebhookResponse>();

/** The answer to a failure: its stable code and nothing of the why. */
export function failureResponse(code: WebhookErrorCode, retryAfter?: number): WebhookResponse {
  if (retryAfter !== undefined) return toResponse(code, { "retry-after": String(retryAfter) });
  const known = answers.get(code);
  if (known) return known;
  const made = constant(toResponse(code, code === "method_not_allowed" ? { allow: "POST" } : {}));
  answers.set(code, made);
  return made;
}

function toResponse(code: WebhookErrorCode, headers: Readonly<Record<string, string>>): WebhookResponse {
  return new WebhookResponse({ status: "error", code, message: publicMessage(code) }, { status: statusOf(code), headers });
}

function describe({ now, spec: { provider, webhook } }: Receiver, { receivedAt, event, action, id }: Trace, status: number, failure: Failure | undefined): DeliveryDetails {
  const duration = attempt(() => now() - receivedAt, () => NaN) as number;
  const known = { provider, webhook, event, action, id, status, duration };
  if (!failure) return known;
  const { failure: code, reason, cause } = failure;
  return { ...known, code, ...(reason !== undefined && { reason }), ...(cause !== undefined && { cause }) };
}
