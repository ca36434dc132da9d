import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { GenerateError } from "../../src/errors.js";
import { planOnce } from "../../src/write/plan-once.js";
import { tempFolder } from "../temp-folder.js";

it("what is there is kept, whatever it says; the rest is created", async () => {
  const cwd = tempFolder({ "a/mine.ts": "mine" });
  symlinkSync(join(cwd, "nowhere"), join(cwd, "a/link.ts"));
  const names = ["a/mine.ts", "a/link.ts", "a/new.ts", "b/[...path]/new.ts"];
  const { changes, kept } = await planOnce(names.map((path) => ({ path, text: "ours" })), cwd);
  expect(kept).toEqual(["a/mine.ts", "a/link.ts"]);
  expect(changes.map(({ path, change }) => [path, change])).toEqual([["a/new.ts", "created"], ["b/[...path]/new.ts", "created"]]);
});

it("says of every file why it may not be written", async () => {
  const cwd = tempFolder({ file: "", "folder.ts/inside": "" });
  const error = await planOnce([{ path: "file/a.ts", text: "" }, { path: "folder.ts", text: "" }], cwd).catch((thrown: unknown) => thrown);
  expect(error instanceof GenerateError && error.problems.map(({ code }) => code)).toEqual(["not-a-folder", "not-a-file"]);
});
