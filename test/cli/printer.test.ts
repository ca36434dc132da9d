import { PassThrough } from "node:stream";
import { expect, it } from "vitest";
import type { Io } from "../../src/cli/io.js";
import { Printer } from "../../src/cli/printer.js";

it("prints a line of JSON that no terminal could obey", () => {
  const stdout = new PassThrough();
  new Printer({ stdout, stderr: new PassThrough(), env: {} } as unknown as Io, { json: true }).jsonLine({ url: "\u009B31m\u202E/hook" });
  const line = String(stdout.read());
  expect(line).toBe('{"url":"\\u009b31m\\u202e/hook"}\n');
  expect(JSON.parse(line)).toEqual({ url: "\u009B31m\u202E/hook" });
});
