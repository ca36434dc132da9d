import type { Command } from "commander";
import type { Assignment } from "../set-values.js";
import type { Io } from "./io.js";
import { toAction } from "./to-action.js";
import { toAssignments } from "./to-assignments.js";

/** The options of `sample`. */
export interface SampleOptions {
  readonly set: readonly Assignment[];
  readonly webhook?: string;
}

/** Adds `sample`: an example payload of an event. */
export function addSampleCommand(program: Command, io: Io, finish: (exitCode: number) => void): void {
  const run = toAction<SampleOptions>(io, finish, async (input) => {
    const { runSample } = await import("./run-sample.js");
    return runSample(input);
  });
  program
    .command("sample")
    .description("Print an example payload of an event as JSON: one that its schema takes.")
    .argument("<provider>", "such as github")
    .argument("<event>", "such as push or pull_request.opened")
    .option("--set <path=value>", "put a value there, JSON or a text: commits.0.id=abc (may be given again)", toAssignments, [])
    .option("--webhook <name>", "of this webhook of the provider")
    .action(run);
}
