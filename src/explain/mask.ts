/** A secret as it may be shown: its length, and of a long one the first four characters. */
export function mask(secret: string): string {
  const count = [...secret].length;
  const start = count >= 20 ? `${[...secret].slice(0, 4).join("")}…` : "";
  return `${start}(${count} ${count === 1 ? "character" : "characters"})`;
}

/** Hides secrets in texts that come from a request: a body, a URL or a header may hold them. */
export function hider(secrets: readonly string[]): (text: string) => string {
  const forms = secrets.flatMap((secret) => {
    const bare = secret.trim().replace(/^(["'])(.*)\1$/s, "$2");
    return [secret, bare, bare.replace(/^whsec_/, ""), encodeURIComponent(bare), JSON.stringify(bare).slice(1, -1), Buffer.from(bare).toString("base64")];
  });
  // The longest first: one may be part of another. What is shorter than this is no secret, and stands in every text.
  const hidden = [...new Set(forms)].filter((form) => form.length >= 4).toSorted((a, b) => b.length - a.length);
  return (text) => hidden.reduce((shown, form) => shown.replaceAll(form, () => mask(form)), text);
}
