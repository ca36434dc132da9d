import { textThat } from "./read-scalar.js";
import type { Reader } from "./setting.js";

/** Reads the name of a header, an RFC 9110 token of at most 128 characters, as lower case. */
export const readHeaderName: Reader<string> = (node, context) => readToken(node, context)?.toLowerCase();

/** Reads the name of a header in which `{n}` may stand for a number: `X-Acme-Signature-{n}`. */
export const readHeaderPattern: Reader<string> = (node, context) => readPattern(node, context)?.toLowerCase();

const readToken = textThat(isToken, "invalid-header-name", "Write the name of one header, such as X-Acme-Signature: letters, digits and -.");

const readPattern = textThat(
  (text) => isToken(text.replace(/\{n\}/i, "0")),
  "invalid-header-name",
  "Write the name of one header, such as X-Acme-Signature: letters, digits and -, and {n} once for a number.",
);

function isToken(text: string): boolean {
  return text.length <= 128 && /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(text);
}
