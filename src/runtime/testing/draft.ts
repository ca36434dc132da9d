import { atPath, type SignatureSource, type HeaderSource, type FieldSource, type QuerySource } from "../verify/sources.js";
import type { HeadersSource, ListSource, PairsSource } from "../verify/several.js";

/** A request in the making. */
export interface Draft {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** Where a value or a signature can be put. */
type Place = HeaderSource | FieldSource | QuerySource | HeadersSource | ListSource | PairsSource;

/** A draft with a signature written where the provider writes it, beside the time where that stands with it. */
export function withSignature(draft: Draft, source: SignatureSource, signature: string, time: string): Draft {
  const place = source as Place;
  if (place.from !== "pairs") return withValue(draft, source, signature);
  const pairs = [...(place.timestamp === undefined ? [] : [`${place.timestamp}=${time}`]), `${place.signature}=${signature}`];
  return withHeader(draft, place.name, pairs.join(place.separator));
}

/** A draft with a value written where a source would read it. */
export function withValue(draft: Draft, source: SignatureSource, value: string | number): Draft {
  const place = source as Place;
  const text = "prefix" in place ? place.prefix + String(value) : String(value);
  switch (place.from) {
    case "headers":
      return withHeader(draft, place.names[0]?.replace("{n}", "1") ?? "", text);
    case "field":
      return withField(draft, place.path, typeof value === "number" ? value : text);
    case "query":
      return { ...draft, url: `${draft.url}${draft.url.includes("?") ? "&" : "?"}${place.name}=${encodeURIComponent(text)}` };
    default:
      return withHeader(draft, place.name, text);
  }
}

/** A draft with one more header. */
export function withHeader(draft: Draft, name: string, value: string): Draft {
  return { ...draft, headers: { ...draft.headers, [name]: value } };
}

/** A draft with a field of its JSON body set. */
function withField(draft: Draft, path: readonly string[], value: unknown): Draft {
  return { ...draft, body: toBytes(JSON.stringify(setAt(toJson(draft.body), path, value))) };
}

/** A copy of some data with a value at a path. */
export function setAt(data: unknown, [key, ...deeper]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  const record = typeof data === "object" && data !== null ? data : {};
  return { ...record, [key]: setAt(atPath([key], record), deeper, value) };
}

/** A body as data; undefined for what is no JSON. */
export function toJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}

/** A text in UTF-8. */
export function toBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
