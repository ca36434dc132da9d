import type { WebhookErrorCode } from "./errors.js";
import { WebhookResponse } from "./response.js";

/** A delivery that ends in an error. Not an Error object: refusing a forgery must cost less than checking it. */
export interface Failure {
  readonly failure: WebhookErrorCode;
  /** For the log only. */
  readonly reason: string | undefined;
  readonly cause: unknown;
  /** Seconds after which the provider may try again. */
  readonly retryAfter: number | undefined;
}

/** How a delivery ended. */
export type Outcome = WebhookResponse | Failure;

/** Makes a failure; `reason` and `cause` go to the log and never to the sender. */
export function fail(failure: WebhookErrorCode, reason?: string, cause?: unknown, retryAfter?: number): Failure {
  return { failure, reason, cause, retryAfter };
}

/** What became of a delivery whose own code, or its user's, threw outside of a method. */
export function crashed(cause: unknown): Failure {
  return fail("handler_failed", "The request could not be processed", cause);
}

/** Tells a failure from what a step gives when it goes well. */
export function isFailure(value: object): value is Failure {
  // Not by `in`, which is slow on what is of many shapes.
  return (value as Partial<Failure>).failure !== undefined;
}

/** Whether something that was written elsewhere gave an outcome: plain JavaScript may give anything, or forget to. */
export function isOutcome(value: unknown): value is Outcome {
  return value instanceof WebhookResponse || (typeof value === "object" && value !== null && isFailure(value));
}
