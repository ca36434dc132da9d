import type { Command } from "commander";
import type { Io } from "./io.js";
import { toAction } from "./to-action.js";
import { toText } from "./to-text.js";

/** The options of `info`. */
export interface InfoOptions {
  readonly webhook?: string;
}

/** Adds `info`: all that is known of one provider. */
export function addInfoCommand(program: Command, io: Io, finish: (exitCode: number) => void): void {
  const run = toAction<InfoOptions>(io, finish, async (input) => {
    const { runInfo } = await import("./run-info.js");
    return runInfo(input);
  });
  program
    .command("info")
    .description("Say all that is known of a provider: how it signs, what it needs, its events and their methods.")
    .argument("<provider>", "such as github")
    .option("--webhook <name>", "only this webhook of the provider", toText("a webhook's name"))
    .action(run);
}
