import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { GenerateError } from "../../src/errors.js";
import { applyWrites } from "../../src/write/apply-writes.js";
import { diffOf } from "../../src/write/diff.js";
import { type Edit, planEdit } from "../../src/write/plan-edit.js";
import { tempFolder } from "../temp-folder.js";

async function codeOf(edit: Edit, cwd: string): Promise<string | undefined> {
  const error = await planEdit(edit, cwd).catch((thrown: unknown) => thrown);
  return error instanceof GenerateError ? error.problems[0]?.code : undefined;
}

describe("an edit of a user's file", () => {
  it("creates, changes or leaves it, and keeps a byte order mark", async () => {
    const cwd = tempFolder({ "a/old.txt": "\uFEFFold\r\n" });
    expect(await planEdit({ target: join(cwd, "a/new.txt"), before: undefined, after: "new" }, cwd)).toMatchObject({ change: "created", path: "a/new.txt" });
    expect(await planEdit({ target: join(cwd, "a/old.txt"), before: "old\r\n", after: "old\r\n" }, cwd)).toMatchObject({ change: "unchanged" });
    const change = await planEdit({ target: join(cwd, "a/old.txt"), before: "old\r\n", after: "old\r\nnew\r\n" }, cwd);
    expect(diffOf(change)).toBe("--- a/a/old.txt\n+++ b/a/old.txt\n@@ -1,1 +1,2 @@\n \uFEFFold\r\n+new\r\n");
    await applyWrites({ changes: [change] });
    expect(readFileSync(join(cwd, "a/old.txt"), "utf8")).toBe("\uFEFFold\r\nnew\r\n");
  });

  it("is refused when something else stands there than what was edited", async () => {
    const cwd = tempFolder({ "a.txt": "now", "folder/b.txt": "" });
    writeFileSync(join(cwd, "bytes"), Buffer.from([0x61, 0xff]));
    symlinkSync(join(cwd, "a.txt"), join(cwd, "link"));
    expect(await codeOf({ target: join(cwd, "a.txt"), before: "then", after: "later" }, cwd)).toBe("file-changed");
    expect(await codeOf({ target: join(cwd, "a.txt"), before: undefined, after: "later" }, cwd)).toBe("file-changed");
    expect(await codeOf({ target: join(cwd, "gone.txt"), before: "then", after: "later" }, cwd)).toBe("file-changed");
    expect(await codeOf({ target: join(cwd, "bytes"), before: "a\uFFFD", after: "later" }, cwd)).toBe("file-changed");
    expect(await codeOf({ target: join(cwd, "link"), before: "now", after: "later" }, cwd)).toBe("not-a-file");
    expect(await codeOf({ target: join(cwd, "folder"), before: undefined, after: "later" }, cwd)).toBe("not-a-file");
    expect(await codeOf({ target: join(cwd, "a.txt/b.txt"), before: undefined, after: "later" }, cwd)).toBe("not-a-folder");
  });

  it("is refused through a folder that leads elsewhere, even where it stays inside", async () => {
    const cwd = tempFolder({ "real/a.txt": "now" });
    mkdirSync(join(cwd, "providers"));
    symlinkSync(join(cwd, "real"), join(cwd, "providers/acme"));
    expect(await codeOf({ target: join(cwd, "providers/acme/a.txt"), before: "now", after: "later" }, cwd)).toBe("symlink");
  });
});
