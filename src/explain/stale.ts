import type { Check, JwtScheme } from "@smart-webhooks/runtime/verify";
import type { Case } from "./case.js";
import type { Cause } from "./explanation.js";
import { readToken } from "./read-token.js";
import { signingParts } from "./signing-parts.js";
import { readTime } from "./time-of.js";

/** Why a request with the right signature is refused for its time. */
export function staleCause(given: Case, check: Check, reason: "timestamp_too_old" | "timestamp_in_future"): Cause {
  const found = readTime(check, signingParts(given.spec.verify, check, given.secrets[0]?.value)) ?? tokenTime(given, check);
  const age = found === undefined ? undefined : Math.round((given.now - found.time) / 1000);
  const window = given.tolerance ?? found?.tolerance;
  const within = window === undefined ? "" : `, and ${window} s are allowed`;
  const old = reason === "timestamp_too_old";
  const off = age === undefined ? (old ? "too old" : "of the future") : `${Math.abs(age)} s ${old ? "old" : "ahead of the clock"}`;
  return {
    code: old ? "timestamp-too-old" : "timestamp-in-future",
    message: `The signature is right. By the clock used here (${new Date(given.now).toISOString()}) the request is ${off}${within}${zone(age)}.`,
    fix: old
      ? "A capture grows old: give the time at which it came, --now TIME. If it was refused when it came, it was sent again late or replayed, or the sender's clock is slow or the receiver's fast: run NTP on the receiver."
      : "The receiver's clock is slow, or the sender's fast: run NTP on the receiver. With --now, give the time at which the request came.",
    certain: true,
  };
}

/** Clocks in local time are off by hours, to the minute. */
function zone(age: number | undefined): string {
  const hours = Math.round(Math.abs(age ?? 0) / 1800) / 2;
  const isZone = age !== undefined && hours >= 0.5 && hours <= 14 && Math.abs(Math.abs(age) - hours * 3600) < 60;
  return isZone ? `. That is nearly ${hours} h: a clock may hold local time where UTC is meant` : "";
}

/** When a token was issued, or expires where it does not say. */
function tokenTime({ spec }: Case, check: Check): { readonly time: number; readonly tolerance: number | undefined } | undefined {
  if (spec.verify.scheme !== "jwt") return undefined;
  const { token, maxAge } = spec.verify as JwtScheme;
  const written = token.read(check);
  const { iat, exp } = readToken(typeof written === "object" ? (written.texts[0] ?? "") : "").claims;
  const time = maxAge === undefined ? exp : iat;
  return typeof time === "number" ? { time: time * 1000, tolerance: maxAge } : undefined;
}
