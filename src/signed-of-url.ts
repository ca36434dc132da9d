import type { JwtScheme, Scheme, SignedScheme } from "@smart-webhooks/runtime/verify";

const WITH_ORIGIN: ReadonlySet<string> = new Set(["url", "decodedUrl", "urlWithoutQuery"]);

/** What of the URL a signature covers: with the origin, which the receiver must know, the path alone, or nothing. */
export function signedOfUrl(scheme: Scheme): "origin" | "path" | undefined {
  const content = (scheme as Partial<SignedScheme>).content ?? [];
  const items = [...content, ...Object.values((scheme as Partial<JwtScheme>).hashes ?? {})];
  const parts = items.flatMap((item) => (typeof item === "string" ? [] : [item.part]));
  if (parts.some((part) => WITH_ORIGIN.has(part))) return "origin";
  return parts.includes("path") ? "path" : undefined;
}
