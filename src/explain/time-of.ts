import type { Check } from "@smart-webhooks/runtime/verify";
import type { Case } from "./case.js";
import type { Step } from "./explanation.js";
import type { SigningParts } from "./signing-parts.js";

/** The time that a request says it was signed at. */
interface FoundTime {
  readonly text: string;
  /** Unix milliseconds; NaN for what cannot be read. */
  readonly time: number;
  /** Seconds. */
  readonly tolerance: number;
}

/** When a request was signed and how old it is; undefined where the scheme has no time. */
export function timeOf({ now, tolerance }: Case, check: Check, parts: SigningParts): Step | undefined {
  const found = readTime(check, parts);
  if (found === undefined) return undefined;
  if (Number.isNaN(found.time)) return { name: "time", text: found.text === "" ? "not there" : "not readable", ok: false };
  const window = tolerance ?? found.tolerance;
  const age = (now - found.time) / 1000;
  const seconds = Math.round(Math.abs(age));
  const when = age >= 0 ? `${seconds} s old` : `${seconds} s ahead of the clock`;
  return { name: "time", text: `${toIso(found.time)}: ${when}, ${Number.isFinite(window) ? `${window} s allowed` : "any age is allowed"}`, ok: Math.abs(age) <= window };
}

/** The time of signing as the scheme reads it; undefined where it has none. */
export function readTime(check: Check, { signed, source }: SigningParts): FoundTime | undefined {
  const timestamp = signed?.timestamp;
  if (timestamp === undefined) return undefined;
  const written = source?.read(check);
  const value = timestamp.from === undefined ? (typeof written === "object" ? written.time : undefined) : timestamp.from.get(check);
  const text = typeof value === "string" || typeof value === "number" ? String(value) : "";
  return { text, time: text === "" ? NaN : timestamp.parse(text), tolerance: timestamp.tolerance };
}

/** As RFC 3339 writes it; its number where the calendar has no such year. */
function toIso(time: number): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? String(time) : date.toISOString().replace(".000Z", "Z");
}
