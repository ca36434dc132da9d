import { type AnySigned, toSignature } from "@smart-webhooks/runtime/testing";
import { type Check, toPieces, withoutForm } from "@smart-webhooks/runtime/verify";
import type { Case } from "./case.js";
import type { SigningParts } from "./signing-parts.js";
import { readTime } from "./time-of.js";

/** What a scheme signs of a request; undefined where it signs no content, or a part of it cannot be had. */
export function signedContent(parts: SigningParts, check: Check): readonly (string | Uint8Array)[] | undefined {
  const { signed } = parts;
  if (signed === undefined) return undefined;
  const [variant = check] = signed.urls?.(check) ?? [check];
  const time = readTime(check, parts)?.text ?? "";
  // Nobody signed a text with a gap where the time should stand.
  if (time === "" && signed.content.some((item) => typeof item !== "string" && item.part === "timestamp")) return undefined;
  const { bodyHash } = signed;
  const isHashed = bodyHash !== undefined && bodyHash.get(check) !== undefined;
  const content = isHashed ? withoutForm(signed.content) : signed.content;
  const pieces = toPieces(content, variant, time);
  return typeof pieces === "string" ? undefined : pieces;
}

/** The signature that the first secret gives: only where it is a secret of both sides, as nobody else can sign. Never to be shown whole. */
export async function expectedSignature({ secrets }: Case, { signed }: SigningParts, content: readonly (string | Uint8Array)[]): Promise<string | undefined> {
  const [secret] = secrets;
  const scheme = signed as AnySigned | undefined;
  if (scheme === undefined || secret === undefined || (scheme.scheme !== "hmac" && scheme.scheme !== "hash")) return undefined;
  return scheme.toKey(secret.value) === undefined ? undefined : toSignature(scheme, content, secret.value);
}
