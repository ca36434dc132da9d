import { markdownTable } from "../tools/markdown-table.js";
import type { Section } from "./section.js";

/** The table that the README quotes: ours, then what others have, a row for each part. */
export function quotes(sections: readonly Section[]): string {
  const rows = sections.flatMap(({ quote, rows: found }) => {
    if (quote === undefined) return [];
    // A table may have a first column that is filled only where it changes.
    const figureOf = (name: string): string | undefined => found.find((row) => row.includes(name))?.[quote.column];
    const [ours = "", ...others] = quote.names.map((name) => ({ name, figure: figureOf(name) })).map(({ name, figure }, index) => (index === 0 ? `${figure}` : `${name.split(/,? /)[0]} ${figure}`));
    return [[quote.what, ours, others.join(", ")]];
  });
  return markdownTable(["", "ours", "others"], rows);
}
