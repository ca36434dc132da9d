import { type Command, InvalidArgumentError } from "commander";
import type { Io } from "./io.js";
import { toAction } from "./to-action.js";

/** The options of `replay`. */
export interface ReplayOptions {
  readonly limit: number;
}

/** Adds `replay`: puts dead letters back into their queue. */
export function addReplayCommand(program: Command, io: Io, finish: (exitCode: number) => void): void {
  const run = toAction<ReplayOptions>(io, finish, async (input) => {
    const { runReplay } = await import("./run-replay.js");
    return runReplay(input);
  });
  program
    .command("replay")
    .description("Put dead letters back into their queue, to be tried again.")
    .argument("<file>", "a module of yours that exports them: export const deadLetters = bullmqDeadLetters(queue)")
    .option("--limit <count>", "so many at the most", toCount, 100)
    .action(run);
}

function toCount(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError("Give a whole number from 1 to 999999.");
  return Number(text);
}
