import { closest } from "../closest.js";
import { readText } from "./read-scalar.js";
import type { Reader } from "./setting.js";
import { shown } from "./shown.js";

const placeholders = ["body", "timestamp"];

/** Reads the template of what is signed: literal text, `{body}` exactly once, `{timestamp}`. */
export const readSignedContent: Reader<string> = (node, context) => {
  const text = readText(node, context);
  if (text === undefined) return undefined;
  const names = Array.from(text.matchAll(/\{([^{}]*)\}/g), ([, name = ""]) => name);
  const unknown = names.find((name) => !placeholders.includes(name));
  const report = (message: string, hint: string): undefined =>
    context.log.error(node.mark, { code: "invalid-signed-content", message, hint });
  if (unknown !== undefined) {
    const near = closest(unknown, placeholders);
    const hint = near === undefined ? "Use {body} and {timestamp}." : `Did you mean {${near}}?`;
    return report(`"${context.key}" has the unknown placeholder ${shown(`{${unknown}}`)}`, hint);
  }
  if (/[{}]/.test(text.replace(/\{[^{}]*\}/g, "")))
    return report(`"${context.key}" has a { or } that belongs to no placeholder`, "Use {body} and {timestamp}.");
  if (text.length > 200) return report(`"${context.key}" is too long`, "Keep it under 200 characters.");
  if (names.filter((name) => name === "body").length === 1) return text;
  return report(
    `"${context.key}" must contain {body} exactly once`,
    "A signature that does not cover the body protects nothing.",
  );
};
