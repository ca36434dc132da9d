import type { EventHeaders } from "../event.js";
import { headerValue } from "../request.js";
import type { Freshness, Refusal } from "./delivery.js";

/** Where the time of signing stands: a header of Unix seconds. */
export interface TimestampSource {
  readonly name: string;
  /** Seconds a delivery may be off the clock, in both directions. */
  readonly tolerance: number;
}

/** A header of Unix seconds; `tolerance` in seconds, 300 unless told, counts both ways. */
export function seconds(name: string, tolerance = 300): TimestampSource {
  return { name: name.toLowerCase(), tolerance };
}

/** The timestamp as written and in Unix milliseconds, or why there is none. */
export function readTimestamp(
  source: TimestampSource,
  headers: EventHeaders,
): { readonly text: string; readonly time: number } | Refusal {
  const text = headerValue(headers, source.name);
  if (text === undefined) return "timestamp_missing";
  // Digits only: Number() also takes blanks, signs, exponents and hex.
  if (!/^[1-9]\d{0,10}$/.test(text)) return "timestamp_malformed";
  return { text, time: Number(text) * 1000 };
}

/** Holds a time (Unix milliseconds) against the clock, both ways: a future one could be replayed for as long. */
export function checkFreshness(source: TimestampSource, time: number, freshness: Freshness): Refusal | undefined {
  const window = (freshness.tolerance ?? source.tolerance) * 1000;
  if (freshness.now - time > window) return "timestamp_too_old";
  if (time - freshness.now > window) return "timestamp_in_future";
  return undefined;
}
