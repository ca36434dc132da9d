import { expect, it } from "vitest";
import type { Io } from "../../src/cli/io.js";
import { isInteractive } from "../../src/cli/is-interactive.js";

const terminal = { isTTY: true, write: (): boolean => true };
const io: Io = { stdin: { isTTY: true }, stdout: terminal, stderr: terminal, env: {}, cwd: "/" };

it("asks at a terminal", () => {
  expect(isInteractive({}, io)).toBe(true);
  expect(isInteractive({}, { ...io, env: { CI: "false" } })).toBe(true);
});

it.each([
  ["under CI", {}, { ...io, env: { CI: "true" } }],
  ["as JSON", { json: true }, io],
  ["in silence", { silent: true }, io],
  ["without a terminal to read from", {}, { ...io, stdin: {} }],
  ["without a terminal to write to", {}, { ...io, stdout: { write: (): boolean => true } }],
])("does not ask %s", (_, options, where) => expect(isInteractive(options, where)).toBe(false));
