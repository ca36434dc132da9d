import { expect, it } from "vitest";
import { closest } from "../src/closest.js";

const words = ["push", "pull_request", "issues", "release"];

it.each([
  ["psuh", "push"],
  ["PUSH", "push"],
  ["pull_requests", "pull_request"],
  ["isues", "issues"],
  ["released", "release"],
  ["zzz", undefined],
  ["p", undefined],
  ["", undefined],
  ["a".repeat(1_000_000), undefined],
])("%.20s is most likely %s", (word, expected) => {
  expect(closest(word, words)).toBe(expected);
});

it("prefers the first of equals", () => {
  expect(closest("pusx", ["pusa", "pusb"])).toBe("pusa");
});
