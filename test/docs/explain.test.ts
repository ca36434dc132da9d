import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { causeCodes } from "../../src/explain/cause-code.js";
import { packageRoot } from "../../src/package-root.js";
import { explainPage } from "../../tools/errors/explain-page.js";

const text = readFileSync(join(packageRoot(), "docs/explain.md"), "utf8");

it("docs/explain.md has a line for each cause, in their order, and for no other", () => {
  const lines = [...text.matchAll(/^\| \[`([\w-]+)`\]\(errors\/\1\.md\) \| \S.*\S \| \S.*\S \|$/gm)];
  expect(lines.map(([, code]) => code)).toEqual(causeCodes);
});

it("docs/explain.md says what the causes' pages say: else npm run errors", () => expect(text).toBe(explainPage(text)));
