import { readText } from "./read-scalar.js";
import { looksLikeSecret } from "./secret-shape.js";
import type { Reader } from "./setting.js";

/** Reads the name of an environment variable, at most 128 characters. What is refused may be the secret itself: it is never shown. */
export const readEnvName: Reader<string> = (node, context) => {
  // Even a value of the wrong type: a secret can be all digits.
  const isName = node.kind === "scalar" && typeof node.value === "string" && isEnvName(node.value);
  if (!isName) node.mark.source.hide(node.mark.start, node.mark.end);
  if (node.kind !== "scalar" || typeof node.value === "boolean" || node.value === null) return readText(node, context);
  const text = String(node.value);
  if (isName) return text;
  const code = looksLikeSecret(text) ? "inline-secret" : "invalid-env-name";
  const message = `"${context.key}" must be the name of an environment variable${code === "inline-secret" ? ", not the secret itself" : ""}`;
  const hint = "Write a name such as ACME_WEBHOOK_SECRET, and set that variable to the secret where the program runs.";
  return context.log.error(node.mark, { code, message, hint });
};

function isEnvName(text: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]{0,127}$/.test(text) && !looksLikeSecret(text);
}
