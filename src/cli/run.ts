import { CommanderError } from "commander";
import { GenerateError } from "../errors.js";
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
    if (error instanceof CommanderError && !(error.exitCode > 0 && isJson(argv))) return error.exitCode === 0 ? 0 : 2;
    new Printer(io, { json: isJson(argv) }).failure(error instanceof CommanderError ? noCommand() : error);
    return 2;
  }
}

/** As the parser gave up, it has not read all options. */
function isJson(argv: readonly string[]): boolean {
  const end = argv.indexOf("--");
  return argv.slice(0, end === -1 ? argv.length : end).includes("--json");
}

function noCommand(): GenerateError {
  return new GenerateError([{ code: "missing-argument", severity: "error", message: "No command is named.", hint: "What there is: smart-webhooks --help" }]);
}
