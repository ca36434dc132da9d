import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { causeCodes } from "../../src/explain/cause-code.js";
import { packageRoot } from "../../src/package-root.js";

it("docs/explain.md has a line for each cause, in their order, and for no other", () => {
  const text = readFileSync(join(packageRoot(), "docs/explain.md"), "utf8");
  expect([...text.matchAll(/^\| `([\w-]+)` \| \S.*\S \| \S.*\S \|$/gm)].map(([, code]) => code)).toEqual(causeCodes);
});
