import { expect, test } from "vitest";
import { nearestFirst } from "../src/nearest-first.js";

const EVENTS = ["check_run", "create", "fork", "merge_group", "meta", "pull_request", "pull_request_review", "push"];

test.each([
  ["merge", "merge_group"],
  ["review", "pull_request_review"],
  ["request.pull", "pull_request"],
  ["MERGE", "merge_group"],
  ["pusj", "push"],
])("%s is nearest to %s", (word, nearest) => {
  const sorted = nearestFirst(word, EVENTS);
  expect(sorted[0]).toBe(nearest);
  expect(sorted.toSorted()).toEqual(EVENTS);
});

test("what is equally near keeps its order, and an endless word is near to nothing", () => {
  expect(nearestFirst("zz", ["ab", "cd", "ef"])).toEqual(["ab", "cd", "ef"]);
  expect(nearestFirst("x".repeat(1e6), EVENTS)).toEqual(EVENTS);
});
