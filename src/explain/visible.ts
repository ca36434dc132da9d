/** Characters of a long text that are shown at either end. */
const SHOWN = 120;

/** Bytes beyond them that are looked at too: a secret must not be cut before it is found. */
const AROUND = 8192;

/**
 * Bytes or a text as people can see them: what is invisible as escapes, what is no UTF-8 as U+FFFD, a long text cut in the
 * middle. `hide` takes out of it what nobody may see.
 */
export function visible(value: Uint8Array | string, shown: number = SHOWN, hide: (text: string) => string = (text) => text): string {
  const bytes = typeof value === "string" ? new TextEncoder().encode(value) : value;
  if (bytes.length <= shown * 2) return escaped(hide(decode(bytes)));
  const start = [...hide(decode(bytes.subarray(0, shown + AROUND)))].slice(0, shown);
  const end = [...hide(decode(bytes.subarray(Math.max(0, bytes.length - shown - AROUND))))].slice(-shown);
  return `${escaped(start.join(""))} …(${bytes.length - shown * 2} bytes)… ${escaped(end.join(""))}`;
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

function escaped(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (one) => {
    const short = { "\n": "\\n", "\r": "\\r", "\t": "\\t" }[one];
    return short ?? `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
