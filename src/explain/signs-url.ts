import type { JwtScheme, Scheme, SignedScheme } from "@smart-webhooks/runtime/verify";

const URL_PARTS: ReadonlySet<string> = new Set(["url", "decodedUrl", "urlWithoutQuery", "path"]);

/** Whether a scheme's signature covers the URL. */
export function signsUrl(scheme: Scheme): boolean {
  const content = (scheme as Partial<SignedScheme>).content ?? [];
  const parts = [...content, ...Object.values((scheme as Partial<JwtScheme>).hashes ?? {})];
  return parts.some((part) => typeof part !== "string" && URL_PARTS.has(part.part));
}
