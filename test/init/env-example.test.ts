import { expect, it } from "vitest";
import { envExample } from "../../src/init/env-example.js";

const CASES: readonly (readonly [what: string, before: string | undefined, after: string])[] = [
  ["no file", undefined, "A_SECRET=\n"],
  ["an empty one", "", "A_SECRET=\n"],
  ["others", "# ours\nPORT=3000\n", "# ours\nPORT=3000\nA_SECRET=\n"],
  ["no line end at the end", "PORT=3000", "PORT=3000\nA_SECRET=\n"],
  ["CRLF", "PORT=3000\r\n", "PORT=3000\r\nA_SECRET=\r\n"],
  ["another that ends alike", "MY_A_SECRET=1\nA_SECRET_PREVIOUS=\n", "MY_A_SECRET=1\nA_SECRET_PREVIOUS=\nA_SECRET=\n"],
];

it.each(CASES)("a line is added to %s", (_, before, after) => {
  expect(envExample(before, ["A_SECRET"])).toBe(after);
});

it.each(["A_SECRET=\n", "A_SECRET=changeme", "export A_SECRET=''\n", "# A_SECRET=\n", "PORT=1\n  A_SECRET = x\n"])("%j names it already", (before) => {
  expect(envExample(before, ["A_SECRET"])).toBe(before);
});

it("without secrets nothing is made", () => expect(envExample(undefined, [])).toBe(""));
