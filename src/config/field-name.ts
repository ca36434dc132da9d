import { isPlainKey } from "./field-path.js";
import { textThat } from "./read-scalar.js";
import type { Reader } from "./setting.js";

/** Reads the name of a form field, such as `payload`. */
export const readFieldName: Reader<string> = textThat(
  (text) => /^[\w.$-]{1,100}$/.test(text) && isPlainKey(text),
  "invalid-field-name",
  "Write the name of one form field, such as payload.",
);
