import type { Check, Refusal, SignedScheme } from "@smart-webhooks/runtime/verify";
import type { Case } from "./case.js";
import type { CauseCode } from "./cause-code.js";
import { claimCause } from "./claim-cause.js";
import type { Cause } from "./explanation.js";
import { malformedSignature } from "./malformed-signature.js";
import { mismatchCause } from "./mismatch-cause.js";
import { placeOf, signingParts } from "./signing-parts.js";
import { unusableSecret } from "./unusable-secret.js";
import { wantedHeaders } from "./wanted-headers.js";

/** What a refusal means where no change made the request right: what the runtime's reason says, with names. */
export async function fallbackCause(given: Case, check: Check, reason: Refusal): Promise<Cause> {
  if (reason === "secret_unusable") return unusableSecret(given);
  if (reason === "signature_malformed") return malformedSignature(given, check);
  if (reason === "signature_mismatch") return mismatchCause(given);
  if (reason === "claim_mismatch" || reason === "algorithm_not_allowed") return claimCause(given, check, reason);
  return asTold(given, check, reason);
}

type Told = readonly [code: CauseCode, message: string, fix: string];

function asTold(given: Case, check: Check, reason: Refusal): Cause {
  const [code, message, fix] = tell(given, check, reason);
  return { code, message, fix, certain: true };
}

const PASS_ON = "Let every header pass on the way to the app, and capture all of them.";

function tell(given: Case, check: Check, reason: Refusal): Told {
  const { spec } = given;
  const parts = signingParts(spec.verify, check, given.secrets[0]?.value);
  const timePlace = (parts.signed?.timestamp?.from as { readonly name?: string } | undefined)?.name ?? placeOf(spec.verify, parts);
  switch (reason) {
    case "signature_missing":
      return ["signature-missing", `There is no signature: ${placeOf(spec.verify, parts)} is not there, or blank.`, `See whether this is a request of ${spec.provider} at all, and whether a secret is set at the provider: without one many send no signature. ${PASS_ON}`];
    case "timestamp_missing":
      return ["timestamp-missing", `There is no timestamp: ${timePlace} is not there, or says none.`, PASS_ON];
    case "timestamp_malformed":
      return ["timestamp-malformed", `The timestamp in ${timePlace} is not written as ${parts.signed?.timestamp?.unit ?? "a number of seconds"}.`, "Let it pass as it came. In a webhook.yaml of yours, look at timestamp_format."];
    case "header_missing":
      return ["header-missing", `A header that is signed is not there: ${missing(given).join(", ") || "one that the signature names"}.`, PASS_ON];
    case "header_mismatch":
      return ["header-mismatch", `A header does not say what it must: ${mismatched(given, check, parts.signed?.require ?? {}).join(", ")}.`, "Compare it with what the provider's page shows for this webhook: the request may be another webhook's, or a parameter of this one is set wrong."];
    case "parameter_missing":
      return ["parameter-missing", `The signature needs a value that is not set: ${unset(given).join(", ")}.`, `Set ${unset(given).join(", ")}, or give the handler the option params.`];
    case "public_url_missing":
      return ["public-url-missing", "The URL is signed, and it is not known which one the provider called.", "Give it: --public-url https://your.host here, and the option publicUrl in the app."];
    case "body_malformed":
      return ["body-malformed", "The signature needs a field of the body, and the body cannot be read.", "Capture the body with its exact bytes, and all of it."];
    case "key_unknown":
      return ["key-unknown", "The request names a key that the provider does not have, or none.", "The request is not the provider's, or it is older than its keys."];
    case "key_url_untrusted":
      return ["key-url-untrusted", "The request wants its key to be fetched from a host that is not the provider's.", "Such a request is forged: nothing of the app is to be changed."];
    default:
      return ["key-unavailable", "The provider's public key could not be fetched.", "See whether its host can be reached from here."];
  }
}

function missing(given: Case): readonly string[] {
  return wantedHeaders(given).filter((name) => (given.request.headers[name] ?? "") === "");
}

/** The headers that say something else than the scheme wants, with that. */
function mismatched({ request }: Case, check: Check, required: NonNullable<SignedScheme["require"]>): readonly string[] {
  return Object.entries(required).flatMap(([name, wanted]) => {
    const value = typeof wanted === "string" ? wanted : wanted.read(check, "");
    return value === undefined || request.headers[name.toLowerCase()] === value ? [] : [`${name} (${typeof wanted === "string" ? `it must be ${wanted}` : "it must be the parameter's value"})`];
  });
}

/** The variables of a spec's parameters that are not set. */
function unset({ spec, params = {} }: Case): readonly string[] {
  return Object.entries(spec.params ?? {}).flatMap(([name, variable]) => (params[name] === undefined ? [variable] : []));
}
