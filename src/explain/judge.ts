import { verifySignature, type VerifyResult } from "@smart-webhooks/runtime";
import type { Check, Scheme } from "@smart-webhooks/runtime/verify";
import type { Case } from "./case.js";

/** What the runtime says of a case. There is no other verification. */
export async function judge({ spec, request, secrets, now, tolerance, publicUrl, params, fetchKey }: Case): Promise<VerifyResult> {
  return verifySignature(spec, request, { secret: secrets.map(({ value }) => value), now, tolerance, publicUrl, params, fetchKey });
}

/** Whether a signature is right, though the request may be old: the runtime looks at the clock last. */
export function fits(result: VerifyResult): boolean {
  return result.ok || result.reason === "timestamp_too_old" || result.reason === "timestamp_in_future";
}

/**
 * The check that the runtime makes of a case, so that the parts of a scheme can be asked what they read.
 *
 * @throws TypeError for a `publicUrl`, a `tolerance` or a body that could never work
 */
export async function checkOf(given: Case): Promise<Check> {
  let found: Check | undefined;
  const verify: Scheme["verify"] = (check) => {
    found = check;
    return { ok: true, timestamp: undefined, signed: undefined };
  };
  const watching: Scheme = { scheme: "none", signed: true, keyless: true, toKey: () => undefined, verify };
  await judge({ ...given, spec: { ...given.spec, verify: watching } });
  if (found === undefined) throw new TypeError("The request cannot be verified: look at publicUrl and tolerance");
  return found;
}
