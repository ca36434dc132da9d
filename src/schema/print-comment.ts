import { toComment } from "../encode.js";
import { jsDoc } from "../js-doc.js";
import type { EncodedName } from "./encode-schemas.js";

const MAX_LENGTH = 400;

/** The JSDoc of a name, each line indented and ended, or nothing. */
export function printComment({ description, deprecated }: EncodedName, indent: string): string {
  // A description may be a megabyte: it is cut before anything looks at it.
  const text = toComment((description ?? "").slice(0, 4 * MAX_LENGTH));
  const short = text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH).trimEnd()}…` : text;
  if (short === "" && !deprecated) return "";
  return `${jsDoc(short === "" ? [] : [short], deprecated ? ["@deprecated"] : [], indent.length).replace(/^/gm, indent)}\n`;
}
