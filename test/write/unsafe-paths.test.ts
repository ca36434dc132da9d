import { describe, expect, test } from "vitest";
import { unsafePaths } from "../../src/write/unsafe-paths.js";

function reasons(paths: readonly string[], folders: readonly string[] = ["acme"]): readonly string[] {
  const files = paths.map((path) => ({ path, text: "" }));
  return unsafePaths(files, folders).map(({ message }) => message);
}

describe("unsafePaths", () => {
  test.each(["acme/handler.ts", "acme/my-hook.ts", "acme/payloads.ts"])("%s is fine", (path) => {
    expect(reasons([path])).toEqual([]);
  });

  test.each([
    "../handler.ts",
    "acme/../../handler.ts",
    "acme/./handler.ts",
    "/acme/handler.ts",
    "acme//handler.ts",
    "acme/",
    "",
    "acme",
    "other/handler.ts",
    "acme\\..\\handler.ts",
    "C:/acme/handler.ts",
    "acme/handler.ts:stream",
    "acme/con.ts",
    "acme/LPT1.ts",
    "acme/nul",
    "acme/handler.ts.",
    "acme/handler.ts ",
    "acme/han\u0000dler.ts",
    "acme/han\ndler.ts",
    "acme/a*.ts",
  ])("%j is refused", (path) => {
    expect(reasons([path])).toHaveLength(1);
  });

  test.each(["..", ".", "", "a/b", "/", "CON", "a\\b"])("an owned folder %j is refused", (folder) => {
    expect(reasons([], [folder])).toHaveLength(1);
  });

  test("two files that are one where names ignore case or composition", () => {
    expect(reasons(["acme/a.ts", "acme/A.ts"])).toEqual(['The generated path "acme/A.ts" is made twice.']);
    expect(reasons(["acme/\u00e9.ts", "acme/e\u0301.ts"])).toHaveLength(1);
  });

  test("all are reported at once", () => {
    expect(reasons(["../a.ts", "acme/con.ts"])).toHaveLength(2);
  });
});
