import { textThat } from "./read-scalar.js";
import type { Reader } from "./setting.js";

/** Reads the dotted path of a body field, such as `data.type`. */
export const readFieldPath: Reader<string> = textThat(
  (text) => text.length <= 200 && text.split(".").every((segment) => /^[\w$-]+$/.test(segment) && isPlainKey(segment)),
  "invalid-field-path",
  "Write field names joined by dots, such as data.type: letters, digits, _, - and $.",
);

/** Whether a key can be looked up in a parsed body without meeting what every object inherits. */
export function isPlainKey(key: string): boolean {
  return key !== "__proto__" && key !== "constructor" && key !== "prototype";
}
