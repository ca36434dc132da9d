import { incompleteHandshake } from "./incomplete-handshake.js";
import { looksLikeSecret } from "./secret-shape.js";
import type { KeyContext } from "./setting.js";
import { inlineSecret } from "./without-secret.js";
import type { YamlNode } from "./yaml-node.js";

/** What to do in place of a secret in a handshake. */
export const SAY_ANOTHER = "Tell the request, and answer it, by something that is no secret";

/** A value as JSON can hold it, and as a file may. */
export function readLiteral(part: "when" | "reply", node: YamlNode, context: KeyContext): string | number | boolean | undefined {
  if (node.kind !== "scalar" || node.value === null) return incompleteHandshake(part, node, context);
  const { value, mark } = node;
  if (typeof value === "string" && looksLikeSecret(value)) return inlineSecret(mark, context, SAY_ANOTHER);
  const isOdd = typeof value === "number" ? !Number.isFinite(value) : typeof value === "string" && value.length > 200;
  return isOdd ? incompleteHandshake(part, node, context) : value;
}
