/** Letters of an event's name that a file's name keeps. */
const LONGEST = 80;

/**
 * A file's name, without its ending, for an event: an event's name is the sender's to write, so only letters, digits, `.`, `-`
 * and `_` are left of it.
 */
export function fixtureName(event: string): string {
  const safe = event.replaceAll(/[^A-Za-z0-9._-]+/g, "-").slice(0, LONGEST).replace(/^[.-]+/, "").replace(/[.-]+$/, "");
  return safe === "" ? "event" : safe.replaceAll(/\.{2,}/g, ".");
}
