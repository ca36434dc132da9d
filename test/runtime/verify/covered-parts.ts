import type { Draft } from "../../../src/runtime/testing/draft.js";

/**
 * What one part of a signature covers of a request, as text: a request with the same texts is the same to the
 * provider. Undefined when it cannot be read: such a request is refused. `original` is the request before it was changed.
 */
export type Part = (request: Draft, original: Draft) => string | undefined;

/** Each byte of the body. */
export const body: Part = ({ body: bytes }) => Buffer.from(bytes).toString("latin1");

export const method: Part = (request) => request.method;

/** Each character of the URL. */
export const url: Part = (request) => absoluteUrl(request);

/** The URL but for its origin, which Contentful does not sign. */
export const path: Part = (request) => request.url.replace(/^https?:\/\/[^/?#]*/i, "");

/** The URL but for its port: Twilio signs it with or without, and proxies change it. */
export const urlWithoutPort: Part = (request) => absoluteUrl(request)?.replace(/^(https?:\/\/[^/:?#]+):\d+/i, "$1");

/** The URL with the escapes undone that HubSpot undoes: `%2F` and `/` are one to it. */
export const decodedUrl: Part = (request) => absoluteUrl(request)?.replace(/%(?:3A|2F|3F|40|21|24|27|28|29|2A|2C|3B)/gi, decodeURIComponent);

/** A header's value. Blanks around it are none of it (RFC 9110, 5.5). */
export function text(name: string): Part {
  return (request) => valueOf(request, name);
}

/** A header in hex, after a prefix that is exact: `A` and `a` are one digit. */
export function hexText(name: string, prefix = ""): Part {
  return (request) => {
    const value = valueOf(request, name);
    return value.slice(0, prefix.length) + value.slice(prefix.length).toLowerCase();
  };
}

/** HTTP's Basic: the name of the scheme in any case, any number of blanks after it (RFC 9110, 11.4). */
export const basicCredentials: Part = (request) => valueOf(request, "authorization").replace(/^basic +/i, "Basic ");

/**
 * The right signature in a list: beside it may stand others, of other keys or versions, that count for nothing.
 * In the vectors those are zeros. `isHex` where `A` and `a` are one digit.
 */
export function oneOf(name: string, separator: string, prefix: string, isHex: boolean): Part {
  const signatures = (request: Draft): readonly string[] =>
    itemsOf(request, name, separator)
      .filter((item) => item.startsWith(prefix))
      .map((item) => (isHex ? item.toLowerCase() : item).slice(prefix.length));
  return (request, original) => {
    const right = new Set(signatures(original).filter((signature) => !/^(?:0+|A+=*)$/.test(signature)));
    return String(signatures(request).some((signature) => right.has(signature)));
  };
}

/** The pair of the time, which must be the only one. */
export function onlyPair(name: string, separator: string, key: string): Part {
  return (request) => JSON.stringify(itemsOf(request, name, separator).filter((item) => item.startsWith(`${key}=`)));
}

function itemsOf(request: Draft, name: string, separator: string): readonly string[] {
  return valueOf(request, name).split(separator).map((item) => item.trim());
}

function absoluteUrl(request: Draft): string | undefined {
  return /^https?:\/\//i.test(request.url) ? request.url : undefined;
}

function valueOf({ headers }: Draft, name: string): string {
  return headers[name]?.replace(/^[ \t]+|[ \t]+$/g, "") ?? "";
}

/** The body's fields as Twilio signs them: sorted, joined without any sign between name and value, each value once. */
export const twilioForm: Part = (request) => formText(request, (values) => [...new Set(values)]);

/** What Plivo signs of URL and form: both sorted, so that the order of their pairs is free. */
export const plivoContent: Part = (request) => {
  const [base = "", ...rest] = request.url.split("?");
  const query = new URLSearchParams(rest.join("?"));
  const pairs = [...query].map(([name, value]) => `${name}=${value}`).toSorted();
  return [base, pairs.join("&"), formText(request, (values) => values)].join("\n");
};

function formText(request: Draft, select: (values: readonly string[]) => readonly string[]): string | undefined {
  const decoded = utf8(request.body);
  if (decoded === undefined) return undefined;
  const form = parseForm(decoded);
  return [...new Set(form.keys())].toSorted().map((name) => select(form.getAll(name)).toSorted().map((value) => name + value).join("")).join("");
}

/** A form's fields. A question mark in front is data, which the constructor would take off. */
export function parseForm(decoded: string): URLSearchParams {
  return new URLSearchParams(`?${decoded}`);
}

/** Bytes as text; undefined when they are no UTF-8. */
export function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
