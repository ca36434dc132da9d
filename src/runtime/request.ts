import type { EventHeaders } from "./event.js";
import type { InTime } from "./in-time.js";

/** `Headers`, a record, or a list of pairs. Names in any case; several values are joined by `, `. */
export type RequestHeaders =
  | Iterable<readonly [string, string]>
  | Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * Reads the body when its turn comes, so that a request refused earlier is never read. It stops at
 * `maxBytes` and throws a `WebhookError` then, as for a body that is no longer there in raw form.
 */
export type BodyReader = (maxBytes: number, warn: Warn) => Uint8Array | Promise<Uint8Array>;

/** Tells the handler's logger what its developer should know. */
export type Warn = (message: string) => void;

/** A delivery as any server has it. */
export interface WebhookRequest {
  readonly method: string;
  /** Path and query, or absolute. */
  readonly url: string;
  readonly headers: RequestHeaders;
  /** The address that the connection came from, where the server knows it. */
  readonly remoteAddress?: string | undefined;
  /** The bytes as received: a body that was parsed and written again no longer matches its signature. */
  readonly body: Uint8Array | BodyReader;
  /** From verification on: answers in time though the method still runs. Of the option `respondWithin` of `webhookRoutes`. */
  readonly inTime?: InTime | undefined;
}

/** One look-up form for every form of headers. Node's own record passes through uncopied. */
export function toEventHeaders(headers: RequestHeaders): EventHeaders {
  if (Symbol.iterator in headers) return fromPairs(headers as Iterable<readonly [string, string]>);
  for (const name in headers) {
    if (typeof headers[name] === "object" || !isLowerCase(name)) return fromRecord(headers);
  }
  return headers as EventHeaders;
}

/** Names that were found to be in lower case: nearly all requests have the same. */
const known = new Set<string>();

function isLowerCase(name: string): boolean {
  if (known.has(name)) return true;
  if (name !== name.toLowerCase()) return false;
  if (known.size < 100) known.add(name);
  return true;
}

/** A header's value without outer blanks; undefined when it was not sent. Takes the name in lower case. */
export function headerValue(headers: EventHeaders, name: string): string | undefined {
  const value = Object.hasOwn(headers, name) ? headers[name] : undefined;
  return value && trimBlanks(value);
}

// By hand: a regular expression for the end tries every blank inside, too.
function trimBlanks(value: string): string {
  let start = 0;
  let end = value.length;
  while (isBlank(value, start)) start++;
  while (end > start && isBlank(value, end - 1)) end--;
  return value.slice(start, end);
}

function isBlank(value: string, at: number): boolean {
  const code = value.charCodeAt(at);
  return code === 32 || code === 9;
}

function fromRecord(headers: Readonly<Record<string, string | readonly string[] | undefined>>): EventHeaders {
  return fromPairs(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : ([value].flat() as string[]).map((one) => [name, one] as const),
    ),
  );
}

function fromPairs(pairs: Iterable<readonly [string, string]>): EventHeaders {
  // No prototype: a header may be called `__proto__`.
  const record: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [anyCase, value] of pairs) {
    const name = anyCase.toLowerCase();
    const earlier = record[name];
    record[name] = earlier === undefined ? value : `${earlier}, ${value}`;
  }
  return record;
}
