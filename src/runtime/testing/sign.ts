import { hmacBytes, toText } from "#crypto";
import type { EventHeaders } from "../event.js";
import { toPieces } from "../verify/content.js";
import type { Scheme } from "../verify/delivery.js";
import type { HmacScheme } from "../verify/hmac.js";

/** What is to be signed. */
export interface Unsigned {
  readonly method: string;
  readonly url: string;
  readonly body: Uint8Array;
}

/**
 * The headers that a provider adds to sign a request with a secret at a time (Unix milliseconds).
 *
 * @throws TypeError for a secret that cannot be the scheme's key
 */
export function sign(scheme: Scheme, request: Unsigned, secret: string, now: number): EventHeaders {
  if (!scheme.signed) return {};
  const { signature, timestamp, ...hmac } = scheme as HmacScheme;
  const key = hmac.toKey(secret);
  if (key === undefined) throw new TypeError("The secret is blank, or not of the form the provider gives");
  const time = String(Math.floor(now / 1000));
  const digest = hmacBytes(hmac.algorithm, key, toPieces(hmac.content, { ...request, headers: {} }, time));
  return {
    ...(timestamp && { [timestamp.name]: time }),
    [signature.name]: signature.prefix + toText(digest, signature.encoding),
  };
}
