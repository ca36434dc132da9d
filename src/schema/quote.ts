import { toLiteral } from "../encode.js";

/** The text in double quotes for a message: nothing in it can move a terminal's cursor, and it is at most 200 characters. */
export function quote(text: string): string {
  const short = text.length > 200 ? `${text.slice(0, 200)}…` : text;
  return toLiteral(short);
}
