import { readHeaderName } from "./header-name.js";
import { mapOf } from "./read-collection.js";
import { isSecretKey, looksLikeSecret } from "./secret-shape.js";
import type { KeyContext, Reader } from "./setting.js";
import { inlineSecret } from "./without-secret.js";
import { wrongType } from "./wrong-type.js";
import type { YamlNode } from "./yaml-node.js";

/** Reads `required_headers`: header → its exact value, or `{parameter:name}`. A header that carries a secret has no value that a file may hold. */
export const readRequiredHeaders: Reader<ReadonlyMap<string, string>> = (node, context) => {
  const secrets = node.kind === "map" ? [...node.entries].filter(([name, { value }]) => isSecret(name, value)) : [];
  for (const [, { value }] of secrets) inlineSecret(value.mark, context, "Use verification_type: token, or {parameter:name} and parameters");
  return secrets.length > 0 ? undefined : readMap(node, context);
};

const readMap = mapOf(readHeaderName, readRequirement, "a map from a header to what it must say");

function readRequirement(node: YamlNode, context: KeyContext): string | undefined {
  if (node.kind !== "scalar" || node.value === null) return wrongType(node, context, "text");
  if (typeof node.value === "string" && (isParameter(node.value) || /^[\x21-\x7a|~]{1,128}$/.test(node.value))) return node.value;
  // It may be a secret in a form that nobody knows.
  node.mark.source.hide(node.mark.start, node.mark.end);
  const hint = "Write the header's exact value in quotes, without blanks and braces, or {parameter:name} for a value from the environment.";
  return context.log.error(node.mark, { code: "invalid-required-header", message: `"${context.key}" has a value that no header can be held against`, hint });
}

function isSecret(name: string, value: YamlNode): boolean {
  if (value.kind !== "scalar" || typeof value.value !== "string" || isParameter(value.value)) return false;
  return isSecretKey(name) || name.toLowerCase() === "authorization" || looksLikeSecret(value.value);
}

function isParameter(text: string): boolean {
  return /^\{parameter:[\w-]{1,64}\}$/.test(text);
}
