/** Bytes as the page shows them. */
export interface BodyText {
  readonly text: string;
  /** `base64` for what is no text. */
  readonly encoding: "utf-8" | "base64";
  readonly bytes: number;
}

/** Bytes as text where they are one. */
export function bodyText(bytes: Uint8Array): BodyText {
  try {
    return { text: utf8.decode(bytes), encoding: "utf-8", bytes: bytes.length };
  } catch {
    return { text: Buffer.from(bytes).toString("base64"), encoding: "base64", bytes: bytes.length };
  }
}

// A byte order mark is a part of what was sent.
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
