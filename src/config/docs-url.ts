import { textThat } from "./read-scalar.js";
import type { Reader } from "./setting.js";

/** Reads the address of a documentation page: https, without a user or a password. */
export const readDocsUrl: Reader<string> = textThat(
  isPage,
  "invalid-docs",
  "Write an address that begins with https://.",
);

function isPage(text: string): boolean {
  if (text.length > 500 || !/^https:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+$/.test(text) || !URL.canParse(text)) return false;
  const { username, password } = new URL(text);
  return username === "" && password === "";
}
