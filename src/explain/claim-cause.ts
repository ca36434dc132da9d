import type { Check, JwtScheme, Refusal } from "@smart-webhooks/runtime/verify";
import type { Case } from "./case.js";
import type { Cause } from "./explanation.js";
import { readToken } from "./read-token.js";
import { visible } from "./visible.js";

/** Why a token with the right signature, or of the wrong algorithm, does not vouch for this request. */
export function claimCause({ spec }: Case, check: Check, reason: Refusal): Cause {
  const { token, issuer, audience, hashes = {}, algorithms = [] } = spec.verify as JwtScheme;
  const written = token?.read(check);
  const { header, claims } = readToken(typeof written === "object" ? (written.texts[0] ?? "") : "");
  if (reason === "algorithm_not_allowed") {
    const wanted = algorithms.length > 0 ? algorithms.join(", ") : "versions 1 and 2";
    return { code: "algorithm", message: `The signature says that it is made by ${short(header["alg"])}, and only ${wanted} is taken.`, fix: "Choose that algorithm at the provider. In a webhook.yaml of yours, look at algorithms.", certain: true };
  }
  const told = (name: string, wanted: string): Cause => ({ code: "claim-mismatch", message: `The token's signature is right, but its claim ${name} says ${short(claims[name])}, not ${wanted}.`, fix: "The token was made for somebody else: see whether this webhook's application, account and environment are the right ones.", certain: true });
  if (issuer !== undefined && claims["iss"] !== issuer) return told("iss", issuer);
  if (audience !== undefined && ![claims["aud"]].flat().includes(audience)) return told("aud", audience);
  return { code: "claim-mismatch", message: `The token's signature is right, but it vouches for another request: its claim ${Object.keys(hashes).join(" or ")} is not the hash of this one.`, fix: "Verify the raw bytes: mount webhookRoutes before anything that parses bodies, and capture the body with its exact bytes.", certain: true };
}

function short(value: unknown): string {
  return typeof value === "string" ? visible(value, 40) : "nothing";
}
