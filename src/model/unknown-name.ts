import { closest } from "../closest.js";
import type { Problem } from "../errors.js";

/** The problem of a name that stands in no list, with the name that was meant or the first dozen there are. */
export function unknownName(code: string, message: string, word: string, known: readonly string[]): Problem {
  const meant = closest(word, known);
  const some = `${known.slice(0, 12).join(", ") || "none"}${known.length > 12 ? ", …" : ""}`;
  return { code, severity: "error", message, hint: meant === undefined ? `It has: ${some}` : `Did you mean "${meant}"?` };
}
