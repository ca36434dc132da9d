import type { Command } from "commander";
import { addDeliveryOptions, type DeliveryOptions } from "./delivery-options.js";
import type { Io } from "./io.js";
import { toAction } from "./to-action.js";

/** The options of `test`. */
export interface TestOptions extends DeliveryOptions {
  readonly handler: string;
}

/** Adds `test`: a signed delivery to a handler, in this process. */
export function addTestCommand(program: Command, io: Io, finish: (exitCode: number) => void): void {
  const run = toAction<TestOptions>(io, finish, async (input) => {
    const { runTest } = await import("./run-test.js");
    // What the user's module opened must not keep the command from its end.
    io.leave?.();
    return runTest(input);
  });
  const command = program
    .command("test")
    .description("Give your handler a signed delivery, without a server, and print what it did. Exit code 1: its answer was not the right one.")
    .argument("<provider>", "such as github")
    .argument("<event>", "such as push or pull_request.opened")
    .requiredOption("--handler <file>", "the module that exports your handler, the class or an instance");
  addDeliveryOptions(command).action(run);
}
