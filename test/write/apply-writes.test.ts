import { chmodSync, lutimesSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { GenerateError } from "../../src/errors.js";
import { applyWrites } from "../../src/write/apply-writes.js";
import { planWrites } from "../../src/write/plan-writes.js";
import { seal } from "../../src/write/seal.js";
import { tempFolder } from "../temp-folder.js";
import { sampleFile, specFile, write, writeOptions } from "./sample-file.js";

const folder = "src/webhooks/acme";
const handler = `${folder}/handler.ts`;
const payloads = sampleFile("acme/payloads.ts", "export type Payload = string;");
const sealed = seal(sampleFile().text);
const stale = seal(specFile("acme/old.ts").text);

describe("applyWrites", () => {
  test("writes what the plan says and leaves no temporary file", async () => {
    const cwd = tempFolder({ [`${folder}/old.ts`]: stale, [`${folder}/mine.ts`]: "export {};\n" });
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
    const cwd = tempFolder({ [`${folder}/old.ts`]: stale });
    const plan = await planWrites([], writeOptions(cwd));
    rmSync(join(cwd, folder, "old.ts"));
    await applyWrites(plan);
    expect(plan.changes).toMatchObject([{ change: "removed" }]);
  });

  test("runs at the same time leave whole files", async () => {
    const cwd = tempFolder({ [`${folder}/old.ts`]: stale });
    await Promise.all(Array.from({ length: 6 }, () => write([sampleFile(), payloads], writeOptions(cwd))));
    expect(readdirSync(join(cwd, folder)).toSorted()).toEqual(["handler.ts", "payloads.ts"]);
    expect(readFileSync(join(cwd, handler), "utf8")).toBe(sealed);
  });

  test("told to stop, nothing is replaced and nothing is left behind", async () => {
    const cwd = tempFolder({ [handler]: seal(sampleFile("acme/handler.ts", "old();").text) });
    const plan = await planWrites([sampleFile(), payloads], writeOptions(cwd));
    await expect(applyWrites(plan, stopAfter(2))).rejects.toThrow("stopped");
    expect(readdirSync(join(cwd, folder))).toEqual(["handler.ts"]);
    expect(readFileSync(join(cwd, handler), "utf8")).toContain("old();");
  });

  test("what a killed run left is removed, and nothing else", async () => {
    const names = [".handler.ts.0123456789ab.tmp", ".payloads.ts.0123456789ab.tmp", ".handler.ts.tmp", "handler.ts.0123456789ab.tmp"];
    const cwd = tempFolder(Object.fromEntries(names.map((name) => [`${folder}/${name}`, "half"])));
    mkdirSync(join(cwd, folder, ".folder.ts.0123456789ab.tmp"));
    symlinkSync("handler.ts", join(cwd, folder, ".link.ts.0123456789ab.tmp"));
    const longAgo = new Date(Date.now() - 3_600_000);
    for (const name of [...names.filter((one) => !one.startsWith(".payloads")), ".folder.ts.0123456789ab.tmp"]) utimesSync(join(cwd, folder, name), longAgo, longAgo);
    lutimesSync(join(cwd, folder, ".link.ts.0123456789ab.tmp"), longAgo, longAgo);
    await write([sampleFile()], writeOptions(cwd));
    const kept = [".folder.ts.0123456789ab.tmp", ".handler.ts.tmp", ".link.ts.0123456789ab.tmp", ".payloads.ts.0123456789ab.tmp", "handler.ts", "handler.ts.0123456789ab.tmp"];
    expect(readdirSync(join(cwd, folder)).toSorted()).toEqual(kept);
  });
});

/** A signal that is given when it is asked the second time: after one file was staged. */
function stopAfter(asked: number): AbortSignal {
  const stopper = new AbortController();
  const { signal } = stopper;
  const ask = signal.throwIfAborted.bind(signal);
  let count = 0;
  signal.throwIfAborted = () => {
    count += 1;
    if (count === asked) stopper.abort(new Error("stopped"));
    ask();
  };
  return signal;
}
