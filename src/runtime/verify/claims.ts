import { type Check, refused, type Verdict } from "./delivery.js";

/** The claims of a token, as parsed. */
export type Claims = Readonly<Record<string, unknown>>;

/** What the claims of a token must say (RFC 7519, 4.1). */
export interface ClaimRules {
  readonly issuer?: string;
  readonly audience?: string;
  /** Seconds that `iat` may be off the clock, both ways. With it, `iat` must be there. */
  readonly maxAge?: number;
  /** Seconds of grace for `exp` and `nbf`, 5 unless told. */
  readonly leeway?: number;
}

/** Holds the claims of a token against the rules and the clock. Only for a token whose signature matched. */
export function checkClaims({ issuer, audience, maxAge, leeway = 5 }: ClaimRules, claims: Claims, { now, tolerance }: Check): Verdict {
  const { iss, aud, exp, nbf, iat } = claims;
  if (issuer !== undefined && iss !== issuer) return refused("claim_mismatch");
  if (audience !== undefined && ![aud].flat().includes(audience)) return refused("claim_mismatch");
  const seconds = now / 1000;
  if ([exp, nbf, iat].some((time) => time !== undefined && !Number.isFinite(time))) return refused("timestamp_malformed");
  // Said so that a clock that is no number lets nothing through.
  if (typeof exp === "number" && !(seconds < exp + leeway)) return refused("timestamp_too_old");
  if (typeof nbf === "number" && !(seconds >= nbf - leeway)) return refused("timestamp_in_future");
  if (maxAge === undefined) return { ok: true, timestamp: typeof iat === "number" ? iat * 1000 : undefined, signed: undefined };
  if (typeof iat !== "number") return refused("timestamp_missing");
  const window = tolerance ?? maxAge;
  if (Math.abs(seconds - iat) <= window) return { ok: true, timestamp: iat * 1000, signed: undefined };
  return refused(seconds > iat ? "timestamp_too_old" : "timestamp_in_future");
}
