import type { VerifyResult } from "@smart-webhooks/runtime";
import type { Check } from "@smart-webhooks/runtime/verify";
import { type Case, nameOf } from "./case.js";
import { expectedSignature, signedContent } from "./expected-signature.js";
import type { Step } from "./explanation.js";
import { fits, judge } from "./judge.js";
import { hider, mask } from "./mask.js";
import { sensitiveTexts } from "./sensitive-texts.js";
import { placeOf, type SigningParts, signingParts } from "./signing-parts.js";
import { timeOf } from "./time-of.js";
import { visible } from "./visible.js";

/** How a request was verified: where the signature stands, what is signed, what was expected, how old it is. */
export async function toSteps(given: Case, check: Check, result: VerifyResult): Promise<readonly Step[]> {
  const parts = signingParts(given.spec.verify, check, given.secrets[0]?.value);
  const inFirst = firstItem(parts, check);
  const written = parts.source?.read(inFirst);
  const received = typeof written === "object" ? written.texts : [];
  const isThere = parts.source === undefined ? result.ok || result.reason !== "signature_missing" : written !== "signature_missing";
  const place: Step = { name: "signature", text: `${placeOf(given.spec.verify, parts)}${isThere ? "" : ": not there"}`, ok: isThere };
  const secret = given.spec.verify.keyless ? [] : [await secretStep(given, result)];
  const hide = hider(sensitiveTexts(given));
  const got: Step = { name: "received", text: received.map((text) => shownSignature(parts, text, hide)).join(", "), ok: fits(result) };
  const time = timeOf(given, inFirst, parts);
  return [place, ...secret, ...(await contentSteps(given, parts, inFirst, hide)), ...(received.length > 0 ? [got] : []), ...(time === undefined ? [] : [time])];
}

async function secretStep(given: Case, result: VerifyResult): Promise<Step> {
  const { secrets } = given;
  if (secrets.length === 0) return { name: "secret", text: "none", ok: false };
  for (const secret of fits(result) ? secrets : []) {
    if (fits(await judge({ ...given, secrets: [secret] }))) return { name: "secret", text: `${nameOf(secret)} ${mask(secret.value)}`, ok: true };
  }
  return { name: "secret", text: secrets.map((secret) => `${nameOf(secret)} ${mask(secret.value)}`).join(", ") };
}

async function contentSteps(given: Case, parts: SigningParts, check: Check, hide: (text: string) => string): Promise<readonly Step[]> {
  const content = signedContent(parts, check);
  if (content === undefined) return [];
  const bytes = Buffer.concat(content.map((piece) => (typeof piece === "string" ? Buffer.from(piece) : piece)));
  const step: Step = { name: "signed content", text: `${bytes.length} bytes: ${visible(bytes, undefined, hide)}` };
  const expected = await expectedSignature(given, parts, content);
  // A signature that is right for this content is as good as the secret to whoever wants to send it.
  return expected === undefined ? [step] : [step, { name: "expected", text: `${expected.slice(0, 8)}…(${expected.length} characters)` }];
}

/** Of a batch each item of which is signed by itself, the first. */
function firstItem({ signed }: SigningParts, check: Check): Check {
  const [item] = signed?.items?.read(check) ?? [];
  return item === undefined ? check : { ...check, payload: () => item };
}

/** A token is itself the secret; of a signature there is nothing to hide. */
function shownSignature({ signed }: SigningParts, text: string, hide: (text: string) => string): string {
  return signed === undefined ? mask(text) : visible(text, 60, hide);
}
