import { betweenMarks } from "../between-marks.js";
import { markdownTable } from "../markdown-table.js";
import type { Comparison, Score } from "./run.js";

const BEGIN = "<!-- comparison: written by `npm run compare` -->";
const END = "<!-- end of the comparison -->";

/** The page with the comparison between its two marks made anew. Throws an Error for a page that has not both marks. */
export function withTable(page: string, comparisons: readonly Comparison[]): string {
  return betweenMarks(page, [BEGIN, END], `${totals(comparisons)}\n\n${differences(comparisons)}`);
}

function totals(comparisons: readonly Comparison[]): string {
  const rows = comparisons.map(({ library, version, cases, theirs, ours }) => [
    `\`${library}\``,
    version,
    `${cases.length}`,
    `${theirs.wronglyAccepted.length}`,
    `${theirs.wronglyRefused.length}`,
    `${theirs.threw.length}`,
    `${ours.wronglyAccepted.length}`,
    `${ours.wronglyRefused.length}`,
  ]);
  return markdownTable(["Library", "Version", "Cases", "Wrongly accepted", "Wrongly refused", "Other exceptions", "Ours: wrongly accepted", "Ours: wrongly refused"], rows);
}

function differences(comparisons: readonly Comparison[]): string {
  const rows = comparisons.flatMap(({ library, theirs, ours }) => [...findings(`\`${library}\``, theirs), ...findings("ours", ours)]);
  return markdownTable(["Library", "Case", "To be", "Was", "What the case is"], rows);
}

function findings(verifier: string, { wronglyAccepted, wronglyRefused, threw }: Score): readonly (readonly string[])[] {
  const errors = new Map(threw.map(({ of, error }) => [of, `refused by a thrown ${error}`]));
  const notable = new Set([...wronglyAccepted, ...wronglyRefused, ...errors.keys()]);
  return [...notable].map((one) => {
    const [right, wrong] = one.mustAccept ? ["accepted", "refused"] : ["refused", "accepted"];
    return [verifier, `\`${one.id}\``, right, errors.get(one) ?? wrong, one.about];
  });
}
