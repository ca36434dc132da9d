import { hash, type HashScheme, hmac, type HmacScheme, type Scheme } from "@smart-webhooks/runtime/verify";
import type { Case, Variant } from "./case.js";

/** A signature of another hash function than the scheme's: it has another length. */
export function* wrongAlgorithm({ spec }: Case): Iterable<Variant> {
  const { verify } = spec;
  if (verify.scheme !== "hmac" && verify.scheme !== "hash") return;
  for (const algorithm of ["sha1", "sha256", "sha512"] as const) {
    const changed = rebuilt(verify, algorithm);
    if (changed === undefined) continue;
    yield {
      change: { spec: { ...spec, verify: changed } },
      cause: {
        code: "algorithm",
        message: `The signature is made with ${algorithm}, and verified with ${(verify as HmacScheme).algorithm}.`,
        fix: `In a webhook.yaml of yours, write verification_type: ${verify.scheme}_${algorithm}. For a provider that is built in, choose ${(verify as HmacScheme).algorithm} in its settings.`,
      },
    };
  }
}

function rebuilt(scheme: Scheme, algorithm: "sha1" | "sha256" | "sha512"): Scheme | undefined {
  if ((scheme as HmacScheme).algorithm === algorithm) return undefined;
  const { toKey } = scheme;
  if (scheme.scheme === "hmac") return { ...hmac({ ...(scheme as HmacScheme), algorithm }), toKey } as Scheme;
  return algorithm === "sha512" ? undefined : ({ ...hash({ ...(scheme as HashScheme), algorithm }), toKey } as Scheme);
}
