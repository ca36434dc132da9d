import { looksLikeSecret } from "./secret-shape.js";
import type { KeyContext, Reader } from "./setting.js";
import type { Mark } from "./yaml-node.js";

/** A reader that takes no text that looks like a secret: whatever it would say of it, it would show it. */
export function withoutSecret<T>(read: Reader<T>): Reader<T> {
  return (node, context) => {
    const isSecret = node.kind === "scalar" && typeof node.value === "string" && looksLikeSecret(node.value);
    return isSecret ? inlineSecret(node.mark, context) : read(node, context);
  };
}

/** Refuses what would put a secret into the file, and keeps its lines out of every message. */
export function inlineSecret(mark: Mark, { key, log }: KeyContext, instead = "Name an environment variable in signing_secret_env or parameters instead"): undefined {
  mark.source.hide(mark.start, mark.end);
  const hint = `${instead}. If the secret was committed, replace it.`;
  return log.error(mark, { code: "inline-secret", message: `"${key}" would put a secret into the file`, hint });
}
