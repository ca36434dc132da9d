import type { SchemaLimits } from "./clean-schema.js";

/** Longer demands are not met: an example that fills a page is none. */
const LONGEST = 1000;

/** An example string: of its format, else the name of its property, as long as it must be. */
export function sampleText(name: string, { format, minLength = 0, maxLength = LONGEST }: SchemaLimits): string {
  const text = (format === undefined ? undefined : FORMATS.get(format)) ?? (name || "text");
  const shortest = Math.min(minLength, LONGEST);
  return text.padEnd(shortest, text).slice(0, Math.max(maxLength, 0));
}

/** Addresses and names that belong to nobody: RFC 2606, RFC 5737, RFC 3849. */
const FORMATS: ReadonlyMap<string, string> = new Map([
  ["date", "2024-01-31"],
  ["date-time", "2024-01-31T12:00:00Z"],
  ["time", "12:00:00Z"],
  ["duration", "PT1H"],
  ["email", "someone@example.com"],
  ["idn-email", "someone@example.com"],
  ["hostname", "example.com"],
  ["idn-hostname", "example.com"],
  ["ipv4", "192.0.2.1"],
  ["ipv6", "2001:db8::1"],
  ["uri", "https://example.com/"],
  ["iri", "https://example.com/"],
  ["url", "https://example.com/"],
  ["uri-reference", "/example"],
  ["uri-template", "https://example.com/{id}"],
  ["uuid", "00000000-0000-4000-8000-000000000000"],
  ["json-pointer", "/example"],
  ["regex", ".*"],
]);
