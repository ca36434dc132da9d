import type { Command } from "commander";
import type { Io } from "./io.js";
import { toAction } from "./to-action.js";

/** Adds `list`: all providers, built-in and the user's. */
export function addListCommand(program: Command, io: Io, finish: (exitCode: number) => void): void {
  const run = toAction(io, finish, async (input) => {
    const { runList } = await import("./run-list.js");
    return runList(input);
  });
  program
    .command("list")
    .description("List the providers, the built-in ones and yours: a table in a terminal, their bare names in a pipe.")
    .action(run);
}
