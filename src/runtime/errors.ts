/** Every way a delivery can fail. A code never changes its meaning between releases. */
export type WebhookErrorCode =
  | "signature_invalid"
  | "body_malformed"
  | "not_found"
  | "method_not_allowed"
  | "handshake_refused"
  | "body_too_large"
  | "encoding_unsupported"
  | "content_type_unsupported"
  | "handler_failed"
  | "body_already_parsed"
  | "secret_unusable"
  | "setup_incomplete"
  | "store_unavailable"
  | "queue_unavailable"
  | "address_not_allowed"
  | "too_many_deliveries"
  | "delivery_in_progress"
  | "handler_retry"
  | "handler_too_slow"
  | "handler_gave_up";

const STATUS: Readonly<Record<WebhookErrorCode, number>> = {
  signature_invalid: 401,
  body_malformed: 400,
  not_found: 404,
  method_not_allowed: 405,
  handshake_refused: 403,
  body_too_large: 413,
  encoding_unsupported: 415,
  content_type_unsupported: 415,
  handler_failed: 500,
  body_already_parsed: 500,
  secret_unusable: 503,
  setup_incomplete: 503,
  store_unavailable: 503,
  queue_unavailable: 503,
  address_not_allowed: 403,
  too_many_deliveries: 429,
  delivery_in_progress: 409,
  handler_retry: 503,
  handler_too_slow: 503,
  // The provider need not send it again: for it, the delivery has arrived.
  handler_gave_up: 200,
};

/** By status: what is told apart no further teaches nothing. */
const MESSAGES: Readonly<Record<number, string>> = {
  200: "The delivery was received, and will not be handled.",
  400: "The body is not what this webhook expects.",
  404: "There is no webhook at this path.",
  405: "A webhook is delivered with POST.",
  409: "The same delivery is being handled. Send it again.",
  413: "The body is too large.",
  415: "The content type or encoding is not supported.",
  429: "Too many deliveries at once. Send it again.",
  500: "The delivery could not be handled.",
  503: "The delivery could not be handled now. Send it again.",
};

/**
 * A delivery that was refused or failed. `code` and `status` are stable and public; `message` says
 * why, for your log, and never holds a secret or the payload. `cause` is what a handler threw.
 */
export class WebhookError extends Error {
  override readonly name = "WebhookError";
  readonly code: WebhookErrorCode;
  /** The HTTP status of the answer. */
  readonly status: number;

  constructor(code: WebhookErrorCode, message?: string, options?: { readonly cause?: unknown }) {
    super(message ?? publicMessage(code), options);
    this.code = code;
    this.status = statusOf(code);
  }
}

/** The HTTP status that goes with a code. */
export function statusOf(code: WebhookErrorCode): number {
  return STATUS[code];
}

/** What the sender is told: the same for every cause of one code, so that it teaches an attacker nothing. */
export function publicMessage(code: WebhookErrorCode): string {
  return MESSAGES[STATUS[code]] ?? "The request could not be verified.";
}

/** Thrown by a method: not now, send it again. Answered 503 with Retry-After; the delivery is taken up as if it were new. */
export class WebhookRetryError extends Error {
  override readonly name = "WebhookRetryError";
  /** Seconds the provider is asked to wait. Many keep to a plan of their own. */
  readonly retryAfter: number;

  /** @throws RangeError unless `retryAfter` (seconds, 60 unless told) is a whole number from 0 on */
  constructor(message = "The delivery should be sent again", options: { readonly retryAfter?: number; readonly cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.retryAfter = options.retryAfter ?? 60;
    if (!Number.isSafeInteger(this.retryAfter) || this.retryAfter < 0) throw new RangeError("retryAfter must be a whole number of seconds");
  }
}

/** Thrown by a method: this delivery can never be handled, do not send it again. Answered 200, and counted as done. */
export class WebhookPermanentError extends Error {
  override readonly name = "WebhookPermanentError";
}
