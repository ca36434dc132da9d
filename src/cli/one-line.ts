import { plainText } from "./plain-text.js";

/** Text from files and arguments on one line, safe for a terminal: a file's name may hold a line break. */
export function oneLine(text: string): string {
  return plainText(text.replaceAll(/[\r\n\t\u2028\u2029]+/g, " "));
}
