import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { GenerateError } from "../../src/errors.js";
import { applyWrites } from "../../src/write/apply-writes.js";
import { planWrites } from "../../src/write/plan-writes.js";
import { seal } from "../../src/write/seal.js";
import { tempFolder } from "../temp-folder.js";
import { sampleFile, write, writeOptions } from "./sample-file.js";

const folder = "src/webhooks/acme";
const handler = `${folder}/handler.ts`;
const payloads = sampleFile("acme/payloads.ts", "export type Payload = string;");
const sealed = seal(sampleFile().text);

describe("applyWrites", () => {
  test("writes what the plan says and leaves no temporary file", async () => {
    const cwd = tempFolder({ [`${folder}/old.ts`]: sealed, [`${folder}/mine.ts`]: "export {};\n" });
    await write([sampleFile(), payloads], writeOptions(cwd));
    expect(readdirSync(join(cwd, folder)).toSorted()).toEqual(["handler.ts", "mine.ts", "payloads.ts"]);
    expect(readFileSync(join(cwd, handler), "utf8")).toBe(sealed);
  });

  test.each([
    ["LF", "\n"],
    ["CRLF", "\r\n"],
  ])("a second run touches nothing (%s)", async (_, lineEnd) => {
    const cwd = tempFolder({ [handler]: sealed.replaceAll("\n", lineEnd) });
    const past = new Date(1_000_000_000_000);
    utimesSync(join(cwd, handler), past, past);
    const { ino } = statSync(join(cwd, handler));
    await write([sampleFile()], writeOptions(cwd));
    expect(statSync(join(cwd, handler))).toMatchObject({ mtimeMs: past.getTime(), ino });
    expect(readFileSync(join(cwd, handler), "utf8")).toBe(sealed.replaceAll("\n", lineEnd));
  });

  test("a changed file keeps its mode", async () => {
    const cwd = tempFolder({ [handler]: seal(sampleFile("acme/handler.ts", "old();").text) });
    chmodSync(join(cwd, handler), 0o640);
    await write([sampleFile()], writeOptions(cwd));
    expect(statSync(join(cwd, handler)).mode & 0o777).toBe(0o640);
    expect(readFileSync(join(cwd, handler), "utf8")).toBe(sealed);
  });

  test("one file that cannot be staged: nothing is replaced, nothing is left behind", async () => {
    const cwd = tempFolder();
    const options = writeOptions(cwd, { folders: ["acme", "late"] });
    const plan = await planWrites([sampleFile(), sampleFile("late/handler.ts")], options);
    mkdirSync(join(cwd, "src/webhooks"), { recursive: true });
    writeFileSync(join(cwd, "src/webhooks/late"), "in the way");
    const error: unknown = await applyWrites(plan).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(GenerateError);
    expect(error).toMatchObject({ problems: [{ code: "not-a-folder", at: { file: "src/webhooks/late/handler.ts" } }] });
    expect(readdirSync(join(cwd, folder))).toEqual([]);
  });

  test("a folder that appears at the target is told, and no temporary file is left", async () => {
    const cwd = tempFolder();
    const plan = await planWrites([sampleFile()], writeOptions(cwd));
    mkdirSync(join(cwd, handler, "full"), { recursive: true });
    await expect(applyWrites(plan)).rejects.toMatchObject({
      name: "GenerateError",
      problems: [{ at: { file: handler } }],
    });
    expect(readdirSync(join(cwd, folder))).toEqual(["handler.ts"]);
  });

  test("a stale file that another run removed first is no failure", async () => {
    const cwd = tempFolder({ [`${folder}/old.ts`]: sealed });
    const plan = await planWrites([], writeOptions(cwd));
    rmSync(join(cwd, folder, "old.ts"));
    await applyWrites(plan);
    expect(plan.changes).toMatchObject([{ change: "removed" }]);
  });

  test("runs at the same time leave whole files", async () => {
    const cwd = tempFolder({ [`${folder}/old.ts`]: sealed });
    await Promise.all(Array.from({ length: 6 }, () => write([sampleFile(), payloads], writeOptions(cwd))));
    expect(readdirSync(join(cwd, folder)).toSorted()).toEqual(["handler.ts", "payloads.ts"]);
    expect(readFileSync(join(cwd, handler), "utf8")).toBe(sealed);
  });
});
