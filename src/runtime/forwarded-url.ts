import type { EventHeaders } from "./event.js";
import { headerValue } from "./request.js";

/**
 * The URL that was called, as the nearest proxy tells it; what it does not tell is taken from the request. Of a list of
 * values the last one is that proxy's: those before it came from outside.
 */
export function forwardedUrl(url: string, headers: EventHeaders): string {
  const [, scheme, host, rest = ""] = /^(?:(https?):\/\/([^/?#]*))?(.*)$/is.exec(url) ?? [];
  const proto = lastValue(headers, "x-forwarded-proto") ?? scheme;
  const name = lastValue(headers, "x-forwarded-host") ?? headerValue(headers, "host") ?? host;
  if (proto === undefined || !/^https?$/i.test(proto) || name === undefined || !/^[^\s/?#@,]+$/.test(name)) return rest;
  return `${proto}://${name}${rest}`;
}

function lastValue(headers: EventHeaders, name: string): string | undefined {
  return headerValue(headers, name)?.split(",").at(-1)?.trim();
}
