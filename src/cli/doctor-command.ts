import type { Command } from "commander";
import type { Io } from "./io.js";
import { toAction } from "./to-action.js";
import { toText } from "./to-text.js";

/** The options of `doctor`. */
export interface DoctorOptions {
  readonly output?: string;
  readonly dotenv?: string;
}

/** Adds `doctor`: looks a project over. */
export function addDoctorCommand(program: Command, io: Io, finish: (exitCode: number) => void): void {
  const run = toAction<DoctorOptions>(io, finish, async (input) => {
    const { runDoctor } = await import("./run-doctor.js");
    return runDoctor(input, io.env);
  });
  program
    .command("doctor")
    .description("Look the project over: secrets, generated files, methods that nothing calls, body parsers, the runtime, the clock. Exits with 1 when something is wrong.")
    .option("-o, --output <dir>", "where handlers were generated (default: src/webhooks if there is a src, else webhooks)", toText("a folder, such as src/webhooks"))
    // Not --env-file: Node takes that one for itself, wherever it stands.
    .option("--dotenv <file>", "variables that the application starts with, besides those of this process", toText("a file, such as .env"))
    .action(run);
}
