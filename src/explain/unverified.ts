import type { VerifyResult } from "@smart-webhooks/runtime";
import type { Case } from "./case.js";
import type { Cause } from "./explanation.js";
import { visible } from "./visible.js";

/** Why a handler refuses a request whatever its signature says. */
export function refusedUnverified({ request }: Case, result: VerifyResult): Cause | undefined {
  if (request.method !== "POST") {
    return {
      code: "method",
      message: `The request came with ${visible(request.method, 10)}. A webhook is delivered with POST: a handler answers 405.`,
      fix: "Look for a redirect on the way (http to https, a trailing slash): clients follow it with GET. Give the provider the URL that it leads to.",
      certain: true,
    };
  }
  const encoding = request.headers["content-encoding"]?.trim() ?? "identity";
  if (encoding.toLowerCase() === "identity" || !result.ok) return undefined;
  return {
    code: "content-encoding",
    message: `The signature is right, but the body has the content encoding ${visible(encoding, 10)}: a handler answers 415, as it unpacks nothing.`,
    fix: "Turn compression off in the provider's settings. Where a proxy packs the body, let it pass the body on as it came.",
    certain: true,
  };
}
