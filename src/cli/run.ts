import { CommanderError } from "commander";
import type { Io } from "./io.js";
import { Printer } from "./printer.js";
import { buildProgram } from "./program.js";

/**
 * Runs one command line (without `node` and the script) and answers the exit code: 0 done, 1 a check found something,
 * 2 wrong usage or configuration, or a write refused. Never throws.
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  let exitCode = 0;
  try {
    const program = buildProgram(io, (code) => {
      exitCode = code;
    });
    await program.parseAsync(argv, { from: "user" });
    return exitCode;
  } catch (error) {
    // Commander has printed its own message by now.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    new Printer(io, {}).failure(error);
    return 2;
  }
}
