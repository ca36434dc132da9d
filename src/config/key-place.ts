import { readText } from "./read-scalar.js";
import type { Reader } from "./setting.js";

/** Reads where the keys of tokens are: the https URL of a key set, or `kid`. What is refused may hold a password: it is never shown. */
export const readKeyPlace: Reader<string> = (node, context) => {
  if (node.kind !== "scalar" || typeof node.value !== "string") return readText(node, context);
  if (node.value === "kid" || isKeySet(node.value)) return node.value;
  node.mark.source.hide(node.mark.start, node.mark.end);
  const hint = "Write the https:// URL of the provider's key set without user and query, or kid to have fetchKey asked for each key.";
  return context.log.error(node.mark, { code: "invalid-key-place", message: `"${context.key}" is no place for keys`, hint });
};

function isKeySet(text: string): boolean {
  return text.length <= 500 && /^https:\/\/[\w.-]+(?:\/[\w.~/-]*)?$/.test(text) && URL.canParse(text);
}
