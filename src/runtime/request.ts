import type { EventHeaders } from "./event.js";

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
  /** Milliseconds from verification on, after which the delivery is answered though its method still runs. */
  readonly respondWithin?: number | undefined;
  /** Keeps the work alive after that answer. Without it the platform may stop: then the provider is asked to send again. */
  readonly waitUntil?: ((work: Promise<unknown>) => void) | undefined;
}

/** One look-up form for every form of headers. Node's own record passes through uncopied. */
export function toEventHeaders(headers: RequestHeaders): EventHeaders {
  if (Symbol.iterator in headers) return fromPairs(headers as Iterable<readonly [string, string]>);
  for (const name in headers) {
    if (typeof headers[name] === "object" || name !== name.toLowerCase()) return fromRecord(headers);
  }
  return headers as EventHeaders;
}

/** A header's value without outer blanks; undefined when it was not sent. Takes the name in lower case. */
export function headerValue(headers: EventHeaders, name: string): string | undefined {
  if (!Object.hasOwn(headers, name)) return undefined;
  const value = headers[name];
  return value === undefined ? undefined : trimBlanks(value);
}

// By hand: a regular expression for the end tries every blank inside, too.
function trimBlanks(value: string): string {
  let [start, end] = [0, value.length];
  while (isBlank(value[start])) start++;
  while (end > start && isBlank(value[end - 1])) end--;
  return value.slice(start, end);
}

function isBlank(character: string | undefined): boolean {
  return character === " " || character === "\t";
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
