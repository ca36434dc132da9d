import { fromText } from "#crypto";

/** How bytes are written as text. */
export type Encoding = "hex" | "base64" | "base64url";

// The last character of a group that is not full has bits to spare: only zeros are canonical (RFC 4648, 3.5).
const FORMS: Readonly<Record<Encoding, RegExp>> = {
  hex: /^(?:[\da-f]{2})+$/i,
  base64: /^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{4}|[A-Za-z\d+/]{2}[AEIMQUYcgkosw048]=|[A-Za-z\d+/][AQgw]==)$/,
  base64url: /^(?:[\w-]{4})*(?:[\w-]{4}|[\w-]{2}[AEIMQUYcgkosw048]|[\w-][AQgw])$/,
};

/** No signature and no key is longer: an engine's regular expressions give up on millions of characters. */
const LONGEST = 100_000;

/** The bytes of a text in its one canonical form, undefined otherwise: decoders skip what they do not know, so ask before. */
export function decode(text: string, encoding: Encoding): Uint8Array | undefined {
  return text.length <= LONGEST && FORMS[encoding].test(text) ? fromText(text, encoding) : undefined;
}
