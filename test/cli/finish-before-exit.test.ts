import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it, onTestFinished, vi } from "vitest";
import { finishBeforeExit } from "../../src/cli/finish-before-exit.js";
import { packageRoot } from "../../src/package-root.js";
import { tempFolder } from "../temp-folder.js";

// Work that takes for ever until it is told to stop, and then cleans up.
const SCRIPT = `
import { rm, writeFile } from "node:fs/promises";
import { finishBeforeExit } from ${JSON.stringify(pathToFileURL(join(packageRoot(), "src/cli/finish-before-exit.ts")).href)};
setInterval(() => {}, 1000);
await finishBeforeExit(async (stop) => {
  const stopped = new Promise((resolve) => stop.addEventListener("abort", resolve)); // before the test can see "half"
  await writeFile("half", "");
  await stopped;
  await rm("half");
  throw stop.reason;
});
`;

it.skipIf(process.platform === "win32").each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)("%s lets the work clean up, and exits with %i", async (signal, code) => {
  const cwd = tempFolder({ "work.mts": SCRIPT });
  const tsx = pathToFileURL(join(packageRoot(), "node_modules/tsx/dist/esm/index.mjs")).href;
  const child = spawn(process.execPath, ["--import", tsx, "work.mts"], { cwd, stdio: "ignore" });
  onTestFinished(() => void child.kill("SIGKILL"));
  await vi.waitFor(() => expect(existsSync(join(cwd, "half"))).toBe(true), { timeout: 20_000, interval: 20 });
  child.kill(signal);
  expect(await once(child, "exit")).toEqual([code, null]);
  expect(existsSync(join(cwd, "half"))).toBe(false);
});

it("leaves no listener behind, whether the work succeeds or fails", async () => {
  const count = (): number => process.listenerCount("SIGINT") + process.listenerCount("SIGTERM");
  const before = count();
  await finishBeforeExit(async () => expect(count()).toBe(before + 2));
  await expect(finishBeforeExit(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(count()).toBe(before);
});
