import type { WebhookSpec } from "@smart-webhooks/runtime";
import type { Check, Refusal } from "@smart-webhooks/runtime/verify";
import type { Case, Variant } from "./case.js";
import type { Cause } from "./explanation.js";
import { fallbackCause } from "./fallback-cause.js";
import { hypotheses } from "./hypotheses.js";
import { fits, judge } from "./judge.js";
import { otherProvider } from "./other-provider.js";
import { staleCause } from "./stale.js";
import { wantedHeaders } from "./wanted-headers.js";

/** The specs of other providers, for a request that was sent to the wrong one. */
export type OtherProviders = () => readonly WebhookSpec[] | Promise<readonly WebhookSpec[]>;

/** So many bytes are verified at most: about a second of work. */
const MOST_BYTES = 64 * 1024 * 1024;

/** So many variants are verified at most. */
const MOST_VARIANTS = 4000;

/** The one cause of a refusal: the first that is proved, or else what the runtime's reason says. */
export async function findCause(given: Case, check: Check, reason: Refusal, others: OtherProviders): Promise<Cause> {
  const stale = reason === "timestamp_too_old" || reason === "timestamp_in_future";
  const proved = await firstProved({ ...given, tolerance: stale ? given.tolerance : Infinity }, reason);
  if (proved !== undefined) return { ...proved.cause, certain: true };
  if (stale) return staleCause(given, check, reason);
  // Whose request it is comes before what this provider wants of it.
  const isUnsigned = reason === "signature_missing" || (reason === "secret_unusable" && given.secrets.length === 0 && lacksSignature(given));
  const foreign = isUnsigned ? otherProvider(given, await others()) : undefined;
  return foreign ?? fallbackCause(given, check, reason);
}

function lacksSignature(given: Case): boolean {
  const [name] = wantedHeaders(given);
  return name !== undefined && !(name in given.request.headers);
}

async function firstProved(given: Case, reason: Refusal): Promise<Variant | undefined> {
  let [bytes, variants] = [0, 0];
  for (const { of, reasons } of hypotheses) {
    if (!reasons.includes(reason)) continue;
    for (const variant of of(given)) {
      const changed = { ...given, ...variant.change };
      bytes += changed.request.body.length * Math.max(1, changed.secrets.length);
      variants += 1;
      if (bytes > MOST_BYTES || variants > MOST_VARIANTS) return undefined;
      const result = await judge(changed);
      if (reason.startsWith("timestamp_") ? result.ok : fits(result)) return variant;
    }
  }
  return undefined;
}
