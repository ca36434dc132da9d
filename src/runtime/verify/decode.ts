import type { SignatureEncoding } from "./sources.js";

const FORMS: Readonly<Record<SignatureEncoding, RegExp>> = {
  hex: /^(?:[\da-f]{2})+$/i,
  base64: /^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/,
  base64url: /^[A-Za-z\d_-]+$/,
};

/** Characters that `bytes` bytes take in an encoding: the check that costs nothing, made first. */
export function encodedLength(bytes: number, encoding: SignatureEncoding): number {
  if (encoding === "hex") return bytes * 2;
  return encoding === "base64" ? Math.ceil(bytes / 3) * 4 : Math.ceil((bytes * 4) / 3);
}

/** Whether a text is well formed in its encoding: decoders skip what they do not know, so ask before. */
export function isEncoded(text: string, encoding: SignatureEncoding): boolean {
  return FORMS[encoding].test(text);
}
