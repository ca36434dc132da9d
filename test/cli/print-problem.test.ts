import { describe, expect, test } from "vitest";
import { printProblem } from "../../src/cli/print-problem.js";
import type { Problem } from "../../src/errors.js";

const problem: Problem = {
  code: "unknown-key",
  severity: "error",
  message: 'There is no key "evnts".',
  hint: 'Did you mean "events"?',
  at: { file: "providers/acme/webhook.yaml", line: 4, column: 24 },
  frame: "  3 | a: 1\n> 4 | evnts: []\n    | ^\n",
};

describe("printProblem", () => {
  test("place, severity, code and message; the frame; what to do", () => {
    expect(printProblem(problem, false)).toBe(
      [
        'providers/acme/webhook.yaml:4:24  error  unknown-key  There is no key "evnts".',
        "  3 | a: 1",
        "> 4 | evnts: []",
        "    | ^",
        '  Did you mean "events"?',
        "",
      ].join("\n"),
    );
  });

  test("prints what there is", () => {
    const bare: Problem = { code: "no-providers", severity: "warning", message: "None." };
    expect(printProblem(bare, false)).toBe("warning  no-providers  None.\n");
    expect(printProblem({ ...bare, at: { file: "a.yaml" } }, false)).toBe("a.yaml  warning  no-providers  None.\n");
  });

  test("colours only where asked", () => {
    expect(printProblem(problem, true)).toContain("\u001b[31merror\u001b[39m");
    expect(printProblem(problem, false)).not.toContain("\u001b");
  });

  test.each([
    ["colours", "\u001b[31mred\u001b[0m", "red"],
    ["a link", "\u001b]8;;https://evil.example\u0007text\u001b]8;;\u0007", "text"],
    ["a cursor move without the escape", "\u009b2Jgone", "gone"],
    ["a line of its own", "one\n  error  forged", "one   error  forged"],
    ["a carriage return", "one\rtwo", "one two"],
    ["the writing direction", "a\u202eb\u2066c", "abc"],
    ["nothing to see", "a\u200bb\u0000c\u007f", "abc"],
  ])("input cannot bring %s", (_, text, shown) => {
    expect(printProblem({ code: "x", severity: "error", message: text }, false)).toBe(`error  x  ${shown}\n`);
    const all = printProblem(
      { code: text, severity: "error", message: text, hint: text, at: { file: text }, frame: text },
      false,
    );
    expect(all).not.toMatch(/[^\P{C}\n]/u);
  });
});
