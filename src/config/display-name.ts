import { textThat } from "./read-scalar.js";
import type { Reader } from "./setting.js";

/** Reads how people write a provider, such as `GitHub`: the prefix of every class. */
export const readDisplayName: Reader<string> = textThat(
  (text) => /^[A-Z][A-Za-z0-9]{0,63}$/.test(text),
  "invalid-name",
  "Write it as it begins a class name, such as GitHub: an upper-case letter, then letters and digits.",
);

/** The display name of a provider that does not give one: `acme-pay` is `AcmePay`. */
export function displayNameOf(provider: string): string {
  const words = provider.split(/[-_]+/).filter((word) => word !== "");
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}
