import { describe, expect, it } from "vitest";
import { parseJsonWithComments } from "../src/parse-json-with-comments.js";

describe("parseJsonWithComments", () => {
  it.each([
    ["plain JSON", `{ "a": [1, "b"] }`, { a: [1, "b"] }],
    ["comments and last commas", `\uFEFF{ // one\r\n "a": /* "two", */ 1, /** three */ "b": [1, 2 ,\n], }`, { a: 1, b: [1, 2] }],
    ["strings that look like them", `{ "@/*": "./*", "a": "// b, }", "c": "\\"/* ,]" }`, { "@/*": "./*", a: "// b, }", c: `"/* ,]` }],
    ["a comment at the end", "{} // end", {}],
  ])("reads %s", (_, text, value) => expect(parseJsonWithComments(text)).toEqual(value));

  it.each([
    ["nothing", ""],
    ["a comment without an end", `{} /* ${"/*".repeat(400_000)}`.replace("{}", "{")],
    ["a string without an end", `{ "a": "${'\\"'.repeat(400_000)}`],
    ["commas only", ",".repeat(1_000_000)],
    ["blanks only", " ".repeat(1_000_000)],
  ])("refuses %s", (_, text) => expect(() => parseJsonWithComments(text)).toThrow(SyntaxError));
});
