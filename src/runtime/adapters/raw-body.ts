import { WebhookError } from "../errors.js";
import type { Warn } from "../request.js";

/** What to tell a framework's users when something read the body before the webhook could. */
export interface Advice {
  readonly framework: string;
  readonly fix: string;
}

/** The first of these that is bytes; undefined when none is. */
export function keptBytes(kept: readonly unknown[]): Uint8Array | undefined {
  return kept.find((one): one is Uint8Array => one instanceof Uint8Array);
}

/**
 * A parser's text as bytes: right as long as they were UTF-8 without a byte order mark. Others fail the signature.
 *
 * @throws WebhookError when there is no text either: what a parser makes of a body is never written again
 */
export function keptText(kept: readonly unknown[], advice: Advice, warn: Warn): Uint8Array {
  const text = kept.find((one) => typeof one === "string");
  if (text === undefined) throw alreadyParsed(advice);
  warn(`${advice.framework}: a body parser made text of the request's bytes, and bytes that are not UTF-8 are lost in it. ${advice.fix}`);
  return new TextEncoder().encode(text);
}

/** The error for a body that is gone. */
export function alreadyParsed({ framework, fix }: Advice): WebhookError {
  return new WebhookError("body_already_parsed", `${framework}: a body parser read the request before the webhook could, and the signature covers the raw bytes. ${fix}`);
}
