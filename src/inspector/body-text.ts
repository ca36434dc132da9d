/** Bytes as the page shows them. */
export interface BodyText {
  readonly text: string;
  /** `base64` for what is no text. */
  readonly encoding: "utf-8" | "base64";
  readonly bytes: number;
  /** Whether there is more of it than a page can show. */
  readonly isShortened: boolean;
}

/** Characters that are shown. */
const MOST = 500_000;

/** Bytes as text where they are one. `hide` takes out of it what nobody may see. */
export function bodyText(bytes: Uint8Array, hide: (text: string) => string): BodyText {
  const { text, encoding } = decode(bytes);
  const shown = encoding === "utf-8" ? hide(text) : text;
  return { text: shown.slice(0, MOST), encoding, bytes: bytes.length, isShortened: shown.length > MOST };
}

function decode(bytes: Uint8Array): Pick<BodyText, "text" | "encoding"> {
  try {
    return { text: utf8.decode(bytes), encoding: "utf-8" };
  } catch {
    return { text: Buffer.from(bytes).toString("base64"), encoding: "base64" };
  }
}

// A byte order mark is a part of what was sent.
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
