import { textThat } from "./read-scalar.js";
import type { Reader } from "./setting.js";

/** Reads what stands before the signature in its header, such as `sha256=`: printable ASCII, at most 64 characters. */
export const readSignaturePrefix: Reader<string> = textThat(
  (text) => /^(?! )[\x20-\x7e]{0,64}$/.test(text),
  "invalid-signature-prefix",
  "Write the printable text that stands before the signature, such as sha256=.",
);
