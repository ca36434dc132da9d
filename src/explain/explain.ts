import type { VerifyResult } from "@smart-webhooks/runtime";
import type { Check } from "@smart-webhooks/runtime/verify";
import type { Case } from "./case.js";
import type { Cause, Explanation } from "./explanation.js";
import { findCause, type OtherProviders } from "./find-cause.js";
import { checkOf, fits, judge } from "./judge.js";
import { toSteps } from "./steps.js";
import { refusedUnverified } from "./unverified.js";

/**
 * Says whether a captured request is signed rightly, and if not why: what the runtime makes of it, and what it would make of
 * it with one thing changed. `others` gives the specs of other providers, and is asked only when the signature is missing.
 *
 * @throws TypeError for a `publicUrl` or a `tolerance` that could never work
 */
export async function explain(given: Case, others: OtherProviders = () => []): Promise<Explanation> {
  const check = await checkOf(given);
  const known: Case = { ...given, request: { ...given.request, headers: check.delivery.headers as Case["request"]["headers"] } };
  if (!given.spec.verify.signed || isHandshake(known, check)) return { accepted: true, signature: "not needed", steps: [] };
  const result = await judge(known);
  const cause = refusedUnverified(known, result) ?? (result.ok ? undefined : await findCause(known, check, result.reason, others));
  const steps = await toSteps(known, check, result);
  return toExplanation(result, cause, steps);
}

function toExplanation(result: VerifyResult, cause: Cause | undefined, steps: Explanation["steps"]): Explanation {
  const signature = fits(result) ? "right" : "wrong";
  if (cause === undefined) return { accepted: true, signature, steps };
  return { accepted: false, signature, ...(!result.ok && { reason: result.reason }), cause, steps };
}

/** Whether the request is one by which the provider makes sure of the endpoint, and that nobody signs. */
function isHandshake({ spec, request }: Case, check: Check): boolean {
  return spec.handshakes?.some((one) => one.unsigned && one.method === request.method && one.matches(check)) ?? false;
}
