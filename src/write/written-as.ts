/**
 * Where the generator wrote the class that a text holds, by the spec in it: `acme/releases.ts`. Undefined where there
 * is none. A copy under another name or in another folder says so.
 */
export function writtenAs(text: string): string | undefined {
  const start = text.search(/^[ \t]*static readonly spec\b/m);
  if (start === -1) return undefined;
  const spec = text.slice(start, start + LONGEST_BEGINNING);
  const [provider, webhook] = ["provider", "webhook"].map((key) => new RegExp(`\\b${key}["']?:\\s*["']([\\w-]+)["']`).exec(spec)?.[1]);
  if (provider === undefined || webhook === undefined) return undefined;
  return `${provider}/${webhook === "default" ? "handler" : webhook}.ts`;
}

/** Characters from the beginning of a spec within which it says whose it is, however it is formatted. */
const LONGEST_BEGINNING = 1000;
