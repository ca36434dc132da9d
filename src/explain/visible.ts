/** Characters of a long text that are shown at either end. */
const SHOWN = 120;

/** Bytes or a text as people can see them: what is invisible as escapes, what is no UTF-8 as U+FFFD, a long text cut in the middle. */
export function visible(value: Uint8Array | string, shown: number = SHOWN): string {
  const bytes = typeof value === "string" ? new TextEncoder().encode(value) : value;
  if (bytes.length <= shown * 2) return escaped(bytes);
  const left = bytes.length - shown * 2;
  return `${escaped(bytes.subarray(0, shown))} …(${left} bytes)… ${escaped(bytes.subarray(bytes.length - shown))}`;
}

function escaped(bytes: Uint8Array): string {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (one) => {
    const short = { "\n": "\\n", "\r": "\\r", "\t": "\\t" }[one];
    return short ?? `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
