import { textThat } from "./read-scalar.js";
import type { Reader } from "./setting.js";

/** Reads the address of a documentation page: https, without a user or a password. */
export const readDocsUrl: Reader<string> = (node, context) => {
  if (node.kind !== "scalar" || typeof node.value !== "string" || !/\/\/[^/?#]*@/.test(node.value)) return readPage(node, context);
  node.mark.source.hide(node.mark.start, node.mark.end);
  const message = `"${context.key}" holds a user or a password`;
  return context.log.error(node.mark, { code: "invalid-docs", message, hint: "Write it without what stands before the @: https://example.com/docs." });
};

const readPage: Reader<string> = textThat(isPage, "invalid-docs", "Write an address that begins with https://.");

function isPage(text: string): boolean {
  if (text.length > 500 || !/^https:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+$/.test(text) || !URL.canParse(text)) return false;
  const { username, password } = new URL(text);
  return username === "" && password === "";
}
