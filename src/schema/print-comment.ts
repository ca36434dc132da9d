import type { EncodedName } from "./encode-schemas.js";

/** The JSDoc of a name, each line indented and ended, or nothing. The text can neither end the comment nor become a tag. */
export function printComment({ description, deprecated }: EncodedName, indent: string): string {
  const lines = [...wrap(plainText(description ?? ""), 96 - indent.length), ...(deprecated ? ["@deprecated"] : [])];
  if (lines.length === 0) return "";
  const [only] = lines;
  if (lines.length === 1) return `${indent}/** ${only} */\n`;
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}\n`).join("")}${indent} */\n`;
}

const MAX_LENGTH = 400;

function plainText(text: string): string {
  const visible = text
    .slice(0, 4 * MAX_LENGTH)
    .replace(/\s+/gu, " ")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu, "")
    .trim();
  const short = visible.length > MAX_LENGTH ? `${visible.slice(0, MAX_LENGTH).trimEnd()}…` : visible;
  return short
    .replaceAll("*/", "* /")
    // "//# sourceMappingURL" and its like are found by tools that do not parse.
    .replace(/(\/[/*])(?=[#@])/g, "$1 ")
    .replace(/(?<![\p{L}\p{N}])@/gu, "\\@");
}

function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ").filter((part) => part !== "")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
