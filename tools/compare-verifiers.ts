import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../src/package-root.js";
import { compare } from "./compare/run.js";
import { withTable } from "./compare/write-table.js";

// Remakes the table in docs/security.md from the vendors' installed verifiers and ours: npm run compare
const page = join(packageRoot(), "docs", "security.md");
const comparisons = await compare();
writeFileSync(page, withTable(readFileSync(page, "utf8"), comparisons));
for (const { library, version, cases, theirs, ours } of comparisons) {
  const sum = ({ wronglyAccepted, wronglyRefused }: typeof ours): string => `${wronglyAccepted.length} wrongly accepted, ${wronglyRefused.length} wrongly refused`;
  console.error(`${library} ${version}, ${cases.length} cases: ${sum(theirs)}; ours: ${sum(ours)}`);
}
