import type { Check } from "@smart-webhooks/runtime/verify";
import type { Case } from "./case.js";
import { expectedSignature, signedContent } from "./expected-signature.js";
import type { Cause } from "./explanation.js";
import { placeOf, signingParts } from "./signing-parts.js";

/** Characters of a signature's start that nobody hits by chance. */
const TELLING = 8;

/** Why something that stands where the signature should be is none. */
export async function malformedSignature(given: Case, check: Check): Promise<Cause> {
  const parts = signingParts(given.spec.verify, check, given.secrets[0]?.value);
  const place = placeOf(given.spec.verify, parts);
  const written = parts.source?.read(check);
  const [text = ""] = typeof written === "object" ? written.texts : [];
  const content = signedContent(parts, check);
  const expected = content && (await expectedSignature(given, parts, content));
  if (expected !== undefined && text.length >= TELLING && text.length < expected.length && expected.startsWith(text)) {
    const message = `The signature in the ${place} is cut off: its ${text.length} characters are the beginning of the right one, which has ${expected.length}.`;
    return { code: "signature-truncated", message, fix: "Look for a limit on the length of headers on the way, or copy the whole header.", certain: true };
  }
  const wanted = expected === undefined ? "" : `: ${expected.length} characters of ${parts.source?.encoding ?? "hex"} are expected${text === "" ? "" : `, and it has ${text.length}`}`;
  return { code: "signature-malformed", message: `What stands in the ${place} is no signature${wanted}.`, fix: "Let the header pass as it came, and copy all of it. In a webhook.yaml of yours, look at signature_prefix and signature_encoding.", certain: true };
}
