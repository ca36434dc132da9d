import { ecdsa, type EcdsaScheme, ed25519, type HashScheme, hash, hex, hmac, type HmacScheme, iso8601, milliseconds, rsa, type RsaScheme, type Scheme, seconds, type SignedScheme, type TimestampSource } from "@smart-webhooks/runtime/verify";
import type { Case, Variant } from "./case.js";
import { checkLike } from "./check-like.js";
import { signingParts } from "./signing-parts.js";

const UNITS = { seconds, milliseconds, iso8601 };

/** A timestamp in another unit than it is read in. */
export function* timestampUnit(given: Case): Iterable<Variant> {
  const { spec } = given;
  const { signed } = signingParts(spec.verify, checkLike(given));
  const timestamp = signed?.timestamp;
  if (signed === undefined || timestamp === undefined) return;
  for (const [unit, make] of Object.entries(UNITS)) {
    if (unit === timestamp.unit) continue;
    const verify = withTime(spec.verify, make(timestamp.tolerance, timestamp.from));
    if (verify === undefined) continue;
    yield {
      change: { spec: { ...spec, verify } },
      cause: {
        code: "timestamp-unit",
        message: `The timestamp is written in ${unit}, and read as ${timestamp.unit}.`,
        fix: `In a webhook.yaml of yours, write timestamp_format: ${unit}. Else something on the way wrote it again: let it pass as it came.`,
      },
    };
  }
}

/** The scheme with the time read otherwise. */
function withTime(scheme: Scheme, timestamp: TimestampSource): Scheme | undefined {
  const { toKey } = scheme as SignedScheme;
  switch (scheme.scheme) {
    case "hmac":
      return { ...hmac({ ...(scheme as HmacScheme), timestamp }), toKey } as Scheme;
    case "hash":
      return { ...hash({ ...(scheme as HashScheme), timestamp }), toKey } as Scheme;
    case "ed25519":
      return { ...ed25519({ ...(scheme as SignedScheme), key: hex(), timestamp }), toKey } as Scheme;
    case "ecdsa":
      return { ...ecdsa({ ...(scheme as EcdsaScheme), timestamp }), toKey } as Scheme;
    case "rsa":
      return (scheme as RsaScheme).certificate === undefined ? ({ ...rsa({ ...(scheme as RsaScheme), certificate: undefined as never, timestamp }), toKey } as Scheme) : undefined;
    default:
      return undefined;
  }
}
