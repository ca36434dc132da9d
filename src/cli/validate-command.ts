import type { Command } from "commander";
import type { Io } from "./io.js";
import { toAction } from "./to-action.js";

/** The options of `validate`. */
export interface ValidateOptions {
  readonly strict?: boolean;
}

/** Adds `validate`: checks YAML and schemas. */
export function addValidateCommand(program: Command, io: Io, finish: (exitCode: number) => void): void {
  const run = toAction<ValidateOptions>(io, finish, async (input) => {
    const { runValidate } = await import("./run-validate.js");
    return runValidate(input);
  });
  program
    .command("validate")
    .description("Check the YAML and the schemas of the providers named, else of every one in ./providers; exit with 1 if one is invalid.")
    .argument("[providers...]", "such as acme, or a built-in one")
    .option("--strict", "look closer, and exit with 1 for a warning too")
    .action(run);
}
