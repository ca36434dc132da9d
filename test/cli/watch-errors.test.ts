import { EventEmitter } from "node:events";
import { expect, it, vi } from "vitest";
import { Printer } from "../../src/cli/printer.js";
import { watchAndGenerate } from "../../src/cli/watch-and-generate.js";

const watcher = new EventEmitter();
vi.mock("chokidar", () => ({ watch: () => watcher }));

it("a folder that cannot be watched is reported, and the others are", async () => {
  let said = "";
  const output = { write: (text: string) => (said += text) };
  const printer = new Printer({ stdout: output, stderr: output, env: {}, cwd: "/" }, {});
  const generate = vi.fn<() => Promise<number>>(async () => 0);
  const where = { cwd: "/nowhere", providersDir: "/nowhere/providers", builtinDir: "/nowhere" };
  void watchAndGenerate(where, printer, generate);

  watcher.emit("error", new Error("EACCES: permission denied, watch '/x'\n    at stack"));
  expect(said).toMatch(/^error {2}watch-failed {2}.*EACCES: permission denied, watch '\/x'\n {2}Changes there go unnoticed/);
  expect(said).not.toContain("at stack");

  watcher.emit("ready");
  await vi.waitFor(() => expect(generate).toHaveBeenCalledTimes(1));
  watcher.emit("change", "/nowhere/providers/acme/webhook.yaml");
  await vi.waitFor(() => expect(generate).toHaveBeenCalledTimes(2));
});
