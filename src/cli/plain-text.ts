import { stripVTControlCharacters } from "node:util";

// Control characters but tab and line feed, the marks that turn the writing direction, and invisible format characters.
const unsafe = /[^\P{Cc}\t\n]|[\p{Cf}\u2028\u2029]/gu;

/** Text from files and arguments made safe for a terminal: nothing in it can move the cursor, colour or hide. */
export function plainText(text: string): string {
  // Most text is this, and to prepare the expression below takes longer than to print a page.
  if (/^[\n\x20-\x7E]*$/.test(text)) return text;
  return stripVTControlCharacters(text).replaceAll(unsafe, "");
}
