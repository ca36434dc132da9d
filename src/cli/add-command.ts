import type { Command } from "commander";
import type { Io } from "./io.js";
import { toAction } from "./to-action.js";
import { toText } from "./to-text.js";

/** The options of `add`. */
export interface AddOptions {
  readonly event: readonly string[];
  readonly handler: string;
  readonly webhook?: string;
  readonly class?: string;
}

/** Adds `add`: method stubs in the user's class. */
export function addAddCommand(program: Command, io: Io, finish: (exitCode: number) => void): void {
  const run = toAction<AddOptions>(io, finish, async (input) => {
    const { runAdd } = await import("./run-add.js");
    return runAdd(input);
  });
  program
    .command("add")
    .description("Write a method for each event into your class that extends a generated one. Nothing else in the file changes.")
    .argument("<provider>", "such as github")
    .requiredOption("--event <event>", "such as push or pull_request.opened (may be given again)", toEvents)
    .requiredOption("--handler <file>", "the file with your class", toText("a file, such as src/github.ts"))
    .option("--webhook <name>", "the class of this webhook of the provider", toText("a webhook's name"))
    .option("--class <name>", "the class of this name, where the file has several", toText("a class's name"))
    .action(run);
}

const toEvent = toText("an event, such as push");

function toEvents(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, toEvent(text)];
}
