import { WebhookError } from "./errors.js";
import { type Failure, fail } from "./outcome.js";
import { attempt, type MaybePromise, chain, quietly } from "./promise.js";
import type { Receiver } from "./receiver.js";
import type { Warn, WebhookRequest } from "./request.js";

/** The request's bytes, read now when they were not yet, within the limit. */
export function readBody({ maxBodyBytes: maxBytes, logger, spec }: Receiver, body: WebhookRequest["body"]): MaybePromise<Uint8Array | Failure> {
  if (typeof body !== "function") return check(body, maxBytes);
  const { provider, webhook } = spec;
  const warn: Warn = (message) => quietly(() => logger.warn?.(message, { provider, webhook }));
  return attempt(
    () => chain<unknown, Uint8Array | Failure>(body(maxBytes, warn), (bytes) => check(bytes, maxBytes)),
    (error) =>
      error instanceof WebhookError
        ? fail(error.code, error.message, error.cause)
        : fail("body_malformed", "The body could not be read to its end", error),
  );
}

function check(bytes: unknown, maxBytes: number): Uint8Array | Failure {
  // Plain JavaScript may hand over anything: a parsed body can never be verified.
  if (!(bytes instanceof Uint8Array)) return fail("body_already_parsed", "The body must be the bytes as received, in a Uint8Array: hand them over before anything parses them");
  return bytes.length > maxBytes ? fail("body_too_large", tooLarge(maxBytes)) : bytes;
}

/** Why a body was not read to its end. */
export function tooLarge(maxBytes: number): string {
  return `The body has more than ${maxBytes} bytes`;
}
