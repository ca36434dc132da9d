import { cpus } from "node:os";
import { markdownTable } from "../tools/markdown-table.js";
import { figure, type Section, type Target } from "./section.js";

/** The page with what was promised first, then a table for each part. */
export function resultsPage(sections: readonly Section[]): string {
  const targets = sections.flatMap((section) => section.targets);
  const machine = `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim()}`;
  return [
    "# Benchmarks",
    `Written by \`npm run bench\` on ${machine}. CPU time, not time by the clock; everything beside each other in interleaved rounds; ratios of the tenth percentiles, and the median of the ratios of the rounds. A tenth more or less is noise. Every library refused a tampered body before it was timed.`,
    "## What was promised",
    markdownTable(["what", "at most", "measured", ""], targets.map(toRow)),
    ...sections.flatMap(({ title, about, head, rows }) => [`## ${title}`, about, markdownTable(head, rows)]),
    "",
  ].join("\n\n").replace(/\n+$/, "\n");
}

function toRow({ what, atMost, measured, unit }: Target): readonly string[] {
  return [what, `${figure(atMost)} ${unit}`, `${figure(measured)} ${unit}`, measured <= atMost ? "met" : "missed"];
}
