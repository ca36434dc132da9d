import type { Command } from "commander";
import type { Io } from "./io.js";
import { toAction } from "./to-action.js";

/** Adds `list`: the names of all providers, built-in and the user's. */
export function addListCommand(program: Command, io: Io, finish: (exitCode: number) => void): void {
  const run = toAction(io, finish, async ({ where, printer }) => {
    const { listProviders } = await import("../config/list-providers.js");
    const providers = await listProviders(where);
    for (const provider of providers) printer.result(provider);
    printer.json({ providers });
    return 0;
  });
  program.command("list").description("List the providers: the built-in ones and yours.").action(run);
}
