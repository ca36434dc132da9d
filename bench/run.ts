import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../src/package-root.js";
import { betweenMarks } from "../tools/between-marks.js";
import { bundles } from "./bundles.js";
import { coldStart } from "./cold-start.js";
import { deliveries, refusals } from "./deliveries.js";
import { edge } from "./edge.js";
import { generation } from "./generation.js";
import { growth } from "./growth.js";
import { http } from "./http.js";
import { installs } from "./installs.js";
import { quotes } from "./quotes.js";
import { resultsPage } from "./results-page.js";
import type { Section } from "./section.js";
import { types } from "./types.js";

// Measures everything and writes bench/RESULTS.md: npm run bench. With names it measures these and prints them.
const parts: Readonly<Record<string, () => Promise<Section>>> = { deliveries, refusals, http, edge, generation, coldStart, bundles, installs, types, growth };

const MARKS = ["<!-- bench: written by npm run bench -->", "<!-- /bench -->"] as const;

const asked = process.argv.slice(2);
const names = asked.length > 0 ? asked : Object.keys(parts);
const sections: Section[] = [];
for (const name of names) {
  const part = parts[name];
  if (part === undefined) throw new Error(`There is no part ${name}: ${Object.keys(parts).join(", ")}`);
  const start = performance.now();
  sections.push(await part());
  console.error(`${name}: ${Math.round((performance.now() - start) / 1000)} s`);
}
const page = resultsPage(sections);
if (asked.length === 0) {
  writeFileSync(join(packageRoot(), "bench", "RESULTS.md"), page);
  const readme = join(packageRoot(), "README.md");
  writeFileSync(readme, betweenMarks(readFileSync(readme, "utf8"), MARKS, quotes(sections)));
} else console.log(page);
