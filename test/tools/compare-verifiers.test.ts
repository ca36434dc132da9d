import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { libraries } from "../../tools/compare/libraries.js";
import { compare, type Comparison } from "../../tools/compare/run.js";
import { withTable } from "../../tools/compare/write-table.js";

let comparisons: readonly Comparison[];
beforeAll(async () => void (comparisons = await compare()));

const page = readFileSync(new URL("../../docs/security.md", import.meta.url), "utf8");

describe.each(libraries.map(({ name }) => name))("over the cases of %s", (name) => {
  const found = (): Comparison => comparisons.find(({ library }) => library === name) as Comparison;

  it("both verdicts are asked for, and the library comes to both", () => {
    const { cases, theirs } = found();
    const [toAccept, toRefuse] = [cases.filter((one) => one.mustAccept), cases.filter((one) => !one.mustAccept)];
    expect(toAccept.length).toBeGreaterThan(theirs.wronglyRefused.length);
    expect(toRefuse.length).toBeGreaterThan(theirs.wronglyAccepted.length);
    // A call made wrongly would throw on nearly all of them.
    expect(theirs.threw.length).toBeLessThan(toRefuse.length / 2);
  });

  it("ours is never wrong", () => {
    const { wronglyAccepted, wronglyRefused, threw } = found().ours;
    expect([...wronglyAccepted, ...wronglyRefused].map(({ id }) => id)).toEqual([]);
    expect(threw).toEqual([]);
  });
});

describe("docs/security.md", () => {
  it("is up to date: npm run compare", () => expect(withTable(page, comparisons)).toBe(page));

  it("needs its two marks", () => {
    expect(() => withTable("# Security\n", comparisons)).toThrow("marks");
    expect(() => withTable(page + page, comparisons)).toThrow("marks");
  });
});

it("leaves the clock as it was", async () => {
  const { now } = Date;
  const [first] = await compare();
  expect(first?.cases.length).toBeGreaterThan(20);
  expect(Date.now).toBe(now);
});
