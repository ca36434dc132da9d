import { closest } from "../closest.js";
import type { Problem } from "../errors.js";
import { nearestFirst } from "../nearest-first.js";

/** The problem of a name that stands in no list, with the name that was meant or the dozen that are nearest to it. */
export function unknownName(code: string, message: string, word: string, known: readonly string[]): Problem {
  const meant = closest(word, known);
  return { code, severity: "error", message, hint: meant === undefined ? `It has: ${nearest(word, known)}` : `Did you mean "${meant}"?` };
}

/** Names that one line can hold. */
const MOST_LISTED = 12;

function nearest(word: string, known: readonly string[]): string {
  const more = known.length - MOST_LISTED;
  const listed = more > 0 ? nearestFirst(word, known) : known;
  return `${listed.slice(0, MOST_LISTED).join(", ") || "none"}${more > 0 ? `, and ${more} more` : ""}`;
}

/** Names that are said one by one: nobody reads more, and to find what each means takes its time. */
const MOST_SAID = 20;

/** The problem of each name, as `unknownName` says it; beyond the first twenty one problem for all. */
export function unknownNames(
  code: string,
  words: readonly string[],
  { message, known }: { readonly message: (word: string) => string; readonly known: readonly string[] },
): readonly Problem[] {
  const said = words.slice(0, MOST_SAID).map((word) => unknownName(code, message(word), word, known));
  const more = words.length - said.length;
  if (more === 0) return said;
  return [...said, { code, severity: "error", message: `${more} more names are unknown`, hint: "Mend those above first" }];
}
