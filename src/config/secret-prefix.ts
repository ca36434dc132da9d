import type { Reader } from "./setting.js";
import { wrongType } from "./wrong-type.js";

/** Reads what stands before an encoded secret, such as `whsec_`: at most 16 characters. What is refused may be the secret itself: it is never shown. */
export const readSecretPrefix: Reader<string> = (node, context) => {
  if (node.kind !== "scalar" || node.value === null) return wrongType(node, context, "text");
  if (typeof node.value === "string" && /^[\x21-\x7e]{1,16}$/.test(node.value)) return node.value;
  node.mark.source.hide(node.mark.start, node.mark.end);
  const message = `"${context.key}" must be what stands before the secret, at most 16 characters`;
  return context.log.error(node.mark, { code: "invalid-secret-prefix", message, hint: "Write a prefix such as whsec_, never the secret itself." });
};
