import { CommanderError } from "commander";
import { expect, it } from "vitest";
import { buildProgram } from "../../src/cli/program.js";
import { readWrittenPages } from "./pages.js";

const lines = readWrittenPages().flatMap(({ blocks }) =>
  blocks.filter(({ language }) => language === "sh" || language === "text").flatMap(({ text, at }) => [...text.replaceAll("\\\n", " ").matchAll(/^.*?npx smart-webhooks (.*?)(?:\s+#.*)?$/gm)].map(([, line]) => [at, line as string] as const)),
);

it("there are some", () => expect(lines.length).toBeGreaterThan(15));

it.each(lines)("%s: smart-webhooks %s is a command line that there is", async (_, line) => {
  const io = { stdout: { write: () => true }, stderr: { write: () => true }, env: {}, cwd: process.cwd() };
  const program = buildProgram(io, () => undefined);
  for (const command of program.commands) command.action(() => undefined);
  const parsed = program.parseAsync(toArguments(line), { from: "user" });
  await expect(parsed.then(() => "parsed", (error: unknown) => (error instanceof CommanderError ? error.message : error))).resolves.toBe("parsed");
});

/** Words, and what stands in quotes. What follows a pipe or a redirection is the shell's. */
function toArguments(line: string): readonly string[] {
  const [command = ""] = line.split(/ [|>&] ?/);
  return [...command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, double, single, bare]) => double ?? single ?? (bare as string));
}
