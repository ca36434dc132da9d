import { families, type Family } from "./all-pages.js";
import { firstSentence } from "./first-sentence.js";
import { printPage } from "./print-page.js";

/** The text of every file of docs/errors, by its name. */
export async function errorDocs(): Promise<ReadonlyMap<string, string>> {
  const docs = new Map([["README.md", index()]]);
  for (const { pages } of families) for (const [code, page] of Object.entries(pages)) docs.set(`${code}.md`, await printPage(code, page));
  return docs;
}

function index(): string {
  const intro = "Every error and warning has a code that never changes its meaning. In a terminal it stands after the place, with `--json` as `code`;\nat run time in the answer and in the log. Each has a page here.";
  return `# Errors\n\n${intro}\n\n${families.map(section).join("\n\n")}\n`;
}

function section({ title, pages }: Family): string {
  const lines = Object.entries(pages).map(([code, { means }]) => `- [${code}](${code}.md): ${firstSentence(means)}`);
  return `## ${title}\n\n${lines.join("\n")}`;
}
