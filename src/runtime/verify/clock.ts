import type { Check, Refusal } from "./delivery.js";
import { asText, type ValueSource } from "./sources.js";

/** The time of signing: where it stands, how it is written, how old it may be. */
export interface TimestampSource {
  readonly unit: "seconds" | "milliseconds" | "unix" | "iso8601";
  /** Seconds a delivery may be off the clock, in both directions. */
  readonly tolerance: number;
  /** Where it stands; beside the signature when undefined. */
  readonly from: ValueSource | undefined;
  /** Unix milliseconds; NaN for what is not written in the one right way. */
  parse(text: string): number;
  /** The time, or why there is none. `beside` is what stands with the signature. */
  read(check: Check, beside: string | undefined): Time | Refusal;
  /** Holds a time (Unix milliseconds) against the clock, both ways: a future one could be replayed for as long. */
  check(time: number, check: Check): Refusal | undefined;
}

/** A time as written, and in Unix milliseconds. */
export interface Time {
  readonly text: string;
  readonly time: number;
}

/** For providers that retry with the first attempt's time: a time of any age is taken. */
export const unlimited: number = Infinity;

/** Unix seconds; `tolerance` in seconds counts both ways. Without `from`, the time stands beside the signature. */
export function seconds(tolerance = 300, from?: ValueSource): TimestampSource {
  return clock("seconds", tolerance, from, parseSeconds);
}

/** Unix milliseconds; `tolerance` in seconds counts both ways. */
export function milliseconds(tolerance = 300, from?: ValueSource): TimestampSource {
  return clock("milliseconds", tolerance, from, parseMilliseconds);
}

/**
 * Unix seconds or milliseconds, for providers that say the one and send the other: up to 11 digits are seconds, which they
 * are until the year 5138, and more are milliseconds, which they are since 1973. `tolerance` in seconds counts both ways.
 */
export function unix(tolerance = 300, from?: ValueSource): TimestampSource {
  return clock("unix", tolerance, from, (text) => (text.length > 11 ? parseMilliseconds : parseSeconds)(text));
}

/** A date and time with its zone as in RFC 3339, fractions of any length; `tolerance` in seconds counts both ways. */
export function iso8601(tolerance = 300, from?: ValueSource): TimestampSource {
  return clock("iso8601", tolerance, from, parseIso);
}

function clock(unit: TimestampSource["unit"], tolerance: number, from: ValueSource | undefined, parse: TimestampSource["parse"]): TimestampSource {
  return {
    unit,
    tolerance,
    from,
    parse,
    read: (check, beside) => {
      const text = from ? asText(from.get(check)) : beside;
      if (!text) return "timestamp_missing";
      const time = parse(text);
      return Number.isNaN(time) ? "timestamp_malformed" : { text, time };
    },
    check: (time, { now, tolerance: told = tolerance }) => {
      // Said so that whatever is no number is never fresh.
      if (Math.abs(now - time) <= told * 1000) return undefined;
      return now > time ? "timestamp_too_old" : "timestamp_in_future";
    },
  };
}

// Digits only: Number() also takes blanks, signs, exponents and hex.
function parseSeconds(text: string): number {
  return /^[1-9]\d{0,10}$/.test(text) ? Number(text) * 1000 : NaN;
}

function parseMilliseconds(text: string): number {
  return /^[1-9]\d{0,13}$/.test(text) ? Number(text) : NaN;
}

function parseIso(text: string): number {
  const parts = /^(\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d)(\.\d{1,12})?([Zz]|[+-]\d\d:\d\d)$/.exec(text);
  if (!parts) return NaN;
  // Engines make the 2nd of March of the 30th of February.
  const [, day = ""] = /-(\d\d)[Tt ]/.exec(text) ?? [];
  if (new Date(`${text.slice(0, 10)}T00:00:00Z`).getUTCDate() !== Number(day)) return NaN;
  // Engines agree on three digits of a fraction, and on no more.
  return Date.parse(`${parts[1]?.replace(/[t ]/, "T")}${(parts[2] ?? "").slice(0, 4)}${parts[3]?.toUpperCase()}`);
}
