import type { Check } from "@smart-webhooks/runtime/verify";
import type { Case } from "./case.js";

/** A check of which only the method, the URL, the headers and the raw body are asked for. */
export function checkLike({ request }: Pick<Case, "request">): Check {
  return { delivery: request, payload: () => undefined, now: 0, tolerance: undefined, publicUrl: undefined, trustUrl: true, params: {}, fetchKey: undefined };
}
