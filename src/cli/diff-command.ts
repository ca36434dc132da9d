import type { Command } from "commander";
import type { Io } from "./io.js";
import { toAction } from "./to-action.js";
import { toText } from "./to-text.js";

/** The options of `diff`. */
export interface DiffOptions {
  readonly output?: string;
}

/** Adds `diff`: what changed since the files were generated. */
export function addDiffCommand(program: Command, io: Io, finish: (exitCode: number) => void): void {
  const run = toAction<DiffOptions>(io, finish, async (input) => {
    const { runDiff } = await import("./run-diff.js");
    return runDiff(input);
  });
  program
    .command("diff")
    .description("Say which events, actions and fields changed since the files were generated; exit with 1 if a change is breaking.")
    .argument("[provider]", "such as github (default: every one generated)")
    .option("-o, --output <dir>", "the files are here (default: src/webhooks if there is a src, else webhooks)", toText("a folder, such as src/webhooks"))
    .action(run);
}
