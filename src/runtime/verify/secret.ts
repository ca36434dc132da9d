import { decode } from "./decode.js";

/** How a secret's text is turned into the bytes of a key. */
export interface SecretFormat {
  readonly encoding: "hex" | "base64";
  /** Taken off one after the other where they stand: `["v1,", "whsec_"]`. */
  readonly prefixes: readonly string[];
  /** The bytes of a text without its prefixes; undefined where it is not so written. */
  decode(text: string): Uint8Array | undefined;
}

/** A secret that is written in hex. */
export function hex(...prefixes: readonly string[]): SecretFormat {
  return { encoding: "hex", prefixes, decode: (text) => decode(text, "hex") };
}

/** A secret that is written in base64, after prefixes that may be left out: `base64("whsec_")`. */
export function base64(...prefixes: readonly string[]): SecretFormat {
  return { encoding: "base64", prefixes, decode: decodeBase64 };
}

/**
 * The bytes that a secret stands for; its text where it has no format. Undefined when it is blank, not in its
 * format, or what a template makes of a variable that was not set, alone or after the prefix that secrets have.
 */
export function readSecret(secret: string, format: SecretFormat | undefined): string | Uint8Array | undefined {
  if (isNothing(secret)) return undefined;
  if (format === undefined) return secret;
  let text = secret.trim();
  for (const prefix of format.prefixes) if (text.startsWith(prefix)) text = text.slice(prefix.length);
  return isNothing(text) ? undefined : format.decode(text);
}

function decodeBase64(text: string): Uint8Array | undefined {
  // Generators of keys leave the padding out as often as not.
  const bare = text.replace(/={1,2}$/, "");
  return bare.includes("=") ? undefined : decode(bare.padEnd(Math.ceil(bare.length / 4) * 4, "="), "base64");
}

function isNothing(text: string): boolean {
  return /^(?:undefined|null|whsec_)?$/.test(text.trim());
}
