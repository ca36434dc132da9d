import { closest } from "../closest.js";
import { isPlainKey } from "./field-path.js";
import { readText } from "./read-scalar.js";
import type { Reader } from "./setting.js";
import { shown } from "./shown.js";

/** What can stand in braces in `signed_content`. Those that end in a colon take a name. */
const placeholders = [
  "body", "timestamp", "id", "method", "url", "path", "url_without_query", "decoded_url", "form", "query_and_form", "body_crc32", "secret", "newline",
  "header:", "field:", "parameter:", "listed_headers:",
] as const;

/** Reads the template of what is signed: literal text and placeholders, none of `{body}` or `{timestamp}` twice. */
export const readSignedContent: Reader<string> = (node, context) => {
  const text = readText(node, context);
  if (text === undefined) return undefined;
  const report = (message: string, hint: string): undefined =>
    context.log.error(node.mark, { code: "invalid-signed-content", message: `"${context.key}" ${message}`, hint });
  const names = Array.from(text.matchAll(/\{([^{}]*)\}/g), ([, name = ""]) => name);
  const unknown = names.find((name) => !isPlaceholder(name));
  if (unknown !== undefined) {
    const near = closest(unknown.replace(/:.*/s, ":"), placeholders) ?? closest(unknown, placeholders);
    const written = (name: string): string => `{${name}${name.endsWith(":") ? "…" : ""}}`;
    const hint = near === undefined ? `Use ${placeholders.map(written).join(", ")}.` : `Did you mean ${written(near)}?`;
    return report(`has the unknown placeholder ${shown(`{${unknown}}`)}`, hint);
  }
  if (/[{}]/.test(text.replace(/\{[^{}]*\}/g, ""))) return report("has a { or } that belongs to no placeholder", "Use {body} and {timestamp}.");
  if (text.length > 400) return report("is too long", "Keep it under 400 characters.");
  if (names.every((name) => /^(?:newline|secret|parameter:.*)$/.test(name))) return report("signs nothing of the request", "Use {body} and {timestamp}.");
  const twice = ["body", "timestamp"].find((name) => names.filter((other) => other === name).length > 1);
  return twice === undefined ? text : report(`must contain {${twice}} once only`, `Keep one {${twice}}: a provider that signs it twice is not known.`);
};

function isPlaceholder(name: string): boolean {
  const [, kind, argument] = /^([a-z_\d]+:)(.+)$/s.exec(name) ?? [];
  if (kind === undefined || argument === undefined) return placeholders.some((known) => known === name && !known.endsWith(":"));
  if (!placeholders.some((known) => known === kind)) return false;
  return kind === "field:" ? argument.split(".").every((key) => /^[\w$-]+$/.test(key) && isPlainKey(key)) : /^[\w-]{1,128}$/.test(argument);
}
