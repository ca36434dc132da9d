import { applyPatch } from "diff";
import { describe, expect, test } from "vitest";
import { diffOf } from "../../src/write/diff.js";
import type { FileChange } from "../../src/write/write-plan.js";

function change(kind: FileChange["change"], before: string, after: string): FileChange {
  return { change: kind, path: "src/webhooks/acme/handler.ts", target: "/x", before, after };
}

describe("diffOf", () => {
  test.each([
    ["created", "", "a\nb\n", "--- /dev/null\n+++ b/src/webhooks/acme/handler.ts\n@@ -0,0 +1,2 @@\n+a\n+b\n"],
    [
      "changed",
      "a\nb\n",
      "a\nc\n",
      "--- a/src/webhooks/acme/handler.ts\n+++ b/src/webhooks/acme/handler.ts\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n",
    ],
    ["removed", "a\n", "", "--- a/src/webhooks/acme/handler.ts\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-a\n"],
    ["unchanged", "a\n", "a\n", ""],
  ] as const)("%s", (kind, before, after, expected) => {
    expect(diffOf(change(kind, before, after))).toBe(expected);
  });

  test("applied to the text before, it gives the text after", () => {
    const before = Array.from({ length: 200 }, (_, line) => `line ${line}\n`).join("");
    const after = before.replace("line 3\n", "").replace("line 150\n", "line 150\nmore\n");
    expect(applyPatch(before, diffOf(change("changed", before, after)))).toBe(after);
  });

  test("two texts with nothing in common are told in one line", () => {
    const text = (word: string) => Array.from({ length: 9000 }, (_, line) => `${word} ${line}\n`).join("");
    expect(diffOf(change("changed", text("old"), text("new")))).toContain("too many changed lines");
  });
});
