import { describe, expect, test } from "vitest";
import { diskProblem } from "../../src/write/disk-problem.js";

function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: open '/secret/place'`), { code, syscall: "open" });
}

describe("diskProblem", () => {
  test.each([
    ["EACCES", "no-permission", "permission denied"],
    ["EPERM", "no-permission", "permission denied"],
    ["EROFS", "read-only", "read-only"],
    ["ENOSPC", "disk-full", "no space left"],
    ["ENOTDIR", "not-a-folder", "not a folder"],
    ["EMFILE", "write-failed", "EMFILE"],
  ])("%s is %s", (code, expected, words) => {
    const problem = diskProblem(systemError(code), "src/webhooks/acme/handler.ts");
    expect(problem).toMatchObject({ code: expected, severity: "error", at: { file: "src/webhooks/acme/handler.ts" } });
    expect(problem.message).toContain(words);
    expect(problem.message).not.toContain("/secret/place");
    expect(problem.hint).toBeDefined();
  });

  test("a mistake of ours is no problem of the disk", () => {
    expect(() => diskProblem(new TypeError("ours"), "x")).toThrow("ours");
  });
});
