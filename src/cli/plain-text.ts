import { stripVTControlCharacters } from "node:util";

// Control characters but tab and line feed, the marks that turn the writing direction, and invisible format characters.
const unsafe = /[^\P{Cc}\t\n]|[\p{Cf}\u2028\u2029]/gu;

/** Text from files and arguments made safe for a terminal: nothing in it can move the cursor, colour or hide. */
export function plainText(text: string): string {
  return stripVTControlCharacters(text).replaceAll(unsafe, "");
}
