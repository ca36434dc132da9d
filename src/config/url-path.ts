import { textThat } from "./read-scalar.js";
import type { Reader } from "./setting.js";
import { shown } from "./shown.js";
import { wrongType } from "./wrong-type.js";

/** Reads the path or paths of a webhook: a text or a non-empty list without repetition. */
export const readPaths: Reader<readonly string[]> = (node, context) => {
  if (node.kind === "map") return wrongType(node, context, "text or a list of texts");
  if (node.kind !== "list") return asList(readPath(node, context));
  if (node.items.length === 0) return wrongType(node, context, "a list of at least one path");
  const paths: string[] = [];
  for (const item of node.items) {
    const path = readPath(item, context);
    if (path !== undefined && paths.includes(path)) {
      const message = `"${context.key}" lists ${shown(path)} twice`;
      context.log.error(item.mark, { code: "duplicate-path", message, hint: "Remove one of them." });
    } else if (path !== undefined) paths.push(path);
  }
  return paths.length === node.items.length ? paths : undefined;
};

const readPath = textThat(
  isUrlPath,
  "invalid-path",
  "Write a path such as /webhooks/acme: it begins with one /, then letters, digits, -, ., _ and ~, with no query and no pattern.",
);

function isUrlPath(text: string): boolean {
  if (text.length > 256 || !/^\/(?:[\w.~-]+\/)*(?:[\w.~-]+)?$/.test(text)) return false;
  return !text.split("/").some((segment) => segment === "." || segment === "..");
}

function asList(path: string | undefined): readonly string[] | undefined {
  return path === undefined ? undefined : [path];
}
