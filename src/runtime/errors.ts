/** Every way a delivery can fail. A code never changes its meaning between releases. */
export type WebhookErrorCode =
  | "signature_invalid"
  | "body_malformed"
  | "not_found"
  | "method_not_allowed"
  | "body_too_large"
  | "encoding_unsupported"
  | "content_type_unsupported"
  | "handler_failed"
  | "body_already_parsed"
  | "secret_unusable";

const FAILURES: Readonly<Record<WebhookErrorCode, readonly [status: number, message: string]>> = {
  signature_invalid: [401, "The request could not be verified."],
  body_malformed: [400, "The body is not what this webhook expects."],
  not_found: [404, "There is no webhook at this path."],
  method_not_allowed: [405, "A webhook is delivered with POST."],
  body_too_large: [413, "The body is too large."],
  encoding_unsupported: [415, "The content encoding is not supported."],
  content_type_unsupported: [415, "The content type is not supported."],
  handler_failed: [500, "The delivery could not be handled."],
  body_already_parsed: [500, "The server is not set up to receive webhooks."],
  secret_unusable: [503, "The server is not set up to receive webhooks."],
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
  return FAILURES[code][0];
}

/** What the sender is told: the same for every cause of one code, so that it teaches an attacker nothing. */
export function publicMessage(code: WebhookErrorCode): string {
  return FAILURES[code][1];
}
