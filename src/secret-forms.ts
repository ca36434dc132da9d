/**
 * The ways in which a text may hold a secret: as it is, without what stands around it, escaped for a URL or JSON, in base64 or
 * hex. The longest first, as one may be part of another; what is shorter than four characters stands in every text.
 */
export function secretForms(secret: string): readonly string[] {
  const bare = secret.trim().replace(/^(["'])(.*)\1$/s, "$2");
  const bytes = Buffer.from(bare);
  // A captured request may hold half a character, which has no escape in a URL.
  const escaped = encodeURIComponent(bytes.toString());
  const encoded = [bytes.toString("base64"), bytes.toString("base64url"), bytes.toString("hex")];
  const forms = [secret, bare, bare.replace(/^whsec_/, ""), escaped, JSON.stringify(bare).slice(1, -1), ...encoded];
  return [...new Set(forms)].filter((form) => form.length >= 4).toSorted((a, b) => b.length - a.length);
}
