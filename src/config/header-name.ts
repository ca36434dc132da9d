import { textThat } from "./read-scalar.js";
import type { Reader } from "./setting.js";

/** Reads the name of a header, an RFC 9110 token of at most 128 characters, as lower case. */
export const readHeaderName: Reader<string> = (node, context) => readToken(node, context)?.toLowerCase();

const readToken = textThat(
  (text) => text.length <= 128 && /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(text),
  "invalid-header-name",
  "Write the name of one header, such as X-Acme-Signature: letters, digits and -.",
);
