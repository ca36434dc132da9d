import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Code, code } from "../../src/emit/code.js";
import { hostileText } from "./hostile-text.js";

const none: Code = undefined;

describe("a code template", () => {
  it.each<[string, string, string]>([
    [
      "loses the margin that its text has on the page",
      code`
        class A {
          b();
        }
      `,
      "class A {\n  b();\n}",
    ],
    ["may stand on one line", code`a ${"b"} c`, "a b c"],
    [
      "keeps its empty lines",
      code`

        a

        b

      `,
      "\na\n\nb\n",
    ],
    ["writes a backslash as it stands on the page", code`"\n${"\\"}"`, '"\\n\\"'],
    ["of nothing is nothing", code``, ""],
  ])("%s", (_, text, expected) => expect(text).toBe(expected));
});

describe("a value in a code template", () => {
  const lines = "a {\n\n  b\n}";
  it.each<[string, string, string]>([
    [
      "of several lines is moved to its place, its empty lines left empty",
      code`
        {
          ${lines}
        }
      `,
      "{\n  a {\n\n    b\n  }\n}",
    ],
    [
      "behind other text is moved as far as the line",
      code`
        {
          x = ${lines};
        }
      `,
      "{\n  x = a {\n\n    b\n  };\n}",
    ],
    [
      "that is a list is a line for each item",
      code`
        {
          ${["a,", none, "b {\n}", ""]}
        }
      `,
      "{\n  a,\n  b {\n  }\n\n}",
    ],
    [
      "that is empty takes its line with it",
      code`
        a
        ${none}
        ${""}
        ${[]}
        ${[none]}
        b
      `,
      "a\nb",
    ],
    [
      "that is empty leaves a line that holds more",
      code`
        a${none}
        b ${[]}c
      `,
      "a\nb c",
    ],
    ["stands beside others", code`${"a"}${["b"]} ${"c"}`, "ab c"],
    [
      "is a template of its own",
      code`
        {
          ${code`
            [
              ${"a"}
            ]
          `}
        }
      `,
      "{\n  [\n    a\n  ]\n}",
    ],
  ])("%s", (_, text, expected) => expect(text).toBe(expected));

  it("is written as it is, whatever it holds", () => {
    fc.assert(
      fc.property(hostileText, hostileText, (first, second) => {
        expect(code`<${first}|${second}>`).toBe(`<${first}|${second}>`);
      }),
      { numRuns: 1000 },
    );
  });

  it("is never taken for the place of another", () => {
    const place = "\uE0001\uE000";
    expect(code`${place} ${"b"}`).toBe(`${place} b`);
    expect(code`${code`${place}`} ${"b"}`).toBe(`${place} b`);
    expect(code`${"$&$1$`"} ${"b"}`).toBe("$&$1$` b");
  });
});
