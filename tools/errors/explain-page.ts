import { betweenMarks } from "../between-marks.js";
import { markdownTable } from "../markdown-table.js";
import { causePages } from "./cause-pages.js";
import { firstSentence } from "./first-sentence.js";

const MARKS = ["<!-- causes: written by `npm run errors` -->", "<!-- end of the causes -->"] as const;

/** docs/explain.md with its table of causes made anew, of their pages. */
export function explainPage(page: string): string {
  const rows = Object.entries(causePages).map(([code, { means, fix }]) => [`[\`${code}\`](errors/${code}.md)`, firstSentence(means), firstSentence(fix)]);
  return betweenMarks(page, MARKS, markdownTable(["code", "what is wrong", "what to do"], rows));
}
