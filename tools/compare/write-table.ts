import type { Comparison, Score } from "./run.js";

const BEGIN = "<!-- comparison: written by `npm run compare` -->";
const END = "<!-- end of the comparison -->";

/**
 * A page with the comparison between its two marks made anew; the rest stays as it is.
 *
 * @throws Error for a page that has not both marks, once each
 */
export function withTable(page: string, comparisons: readonly Comparison[]): string {
  const [before, rest, ...more] = page.split(BEGIN);
  const [, after, ...others] = rest?.split(END) ?? [];
  if (before === undefined || after === undefined || more.length + others.length > 0) {
    throw new Error(`The page must hold the marks ${BEGIN} and ${END}, in this order and once each`);
  }
  return `${before}${BEGIN}\n\n${totals(comparisons)}\n\n${differences(comparisons)}\n\n${END}${after}`;
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
  return table(["Library", "Version", "Cases", "Wrongly accepted", "Wrongly refused", "Other exceptions", "Ours: wrongly accepted", "Ours: wrongly refused"], rows);
}

function differences(comparisons: readonly Comparison[]): string {
  const rows = comparisons.flatMap(({ library, theirs, ours }) => [...findings(`\`${library}\``, theirs), ...findings("ours", ours)]);
  return table(["Library", "Case", "To be", "Was", "What the case is"], rows);
}

function findings(verifier: string, { wronglyAccepted, wronglyRefused, threw }: Score): readonly (readonly string[])[] {
  const errors = new Map(threw.map(({ of, error }) => [of, `refused by a thrown ${error}`]));
  const notable = new Set([...wronglyAccepted, ...wronglyRefused, ...errors.keys()]);
  return [...notable].map((one) => {
    const [right, wrong] = one.mustAccept ? ["accepted", "refused"] : ["refused", "accepted"];
    return [verifier, `\`${one.id}\``, right, errors.get(one) ?? wrong, one.about];
  });
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll(/\s+/g, " ").replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
