import { Command, type CommanderError } from "commander";
import { packageVersion } from "../package-version.js";
import { addAddCommand } from "./add-command.js";
import { addCompletionCommand } from "./completion-command.js";
import { addDevCommand } from "./dev-command.js";
import { addDiffCommand } from "./diff-command.js";
import { addDoctorCommand } from "./doctor-command.js";
import { addExplainCommand } from "./explain-command.js";
import { addGenerateCommand } from "./generate-command.js";
import { addHelpCommand } from "./help-command.js";
import { addImportOpenApiCommand } from "./import-openapi-command.js";
import { addInferCommand } from "./infer-command.js";
import { addInfoCommand } from "./info-command.js";
import { addInitCommand } from "./init-command.js";
import type { Io } from "./io.js";
import { addListCommand } from "./list-command.js";
import { plainText } from "./plain-text.js";
import { addReplayCommand } from "./replay-command.js";
import { addSampleCommand } from "./sample-command.js";
import { addSendCommand } from "./send-command.js";
import { addTestCommand } from "./test-command.js";
import { usageError } from "./usage-error.js";
import { addValidateCommand } from "./validate-command.js";

/** The whole command line. What a command needs to run is loaded when it runs: `--help` stays fast. */
export function buildProgram(io: Io, finish: (exitCode: number) => void): Command {
  const program = new Command("smart-webhooks")
    .description("Writes typed webhook handler classes into your repository.")
    .version(packageVersion(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(plainText(text)),
      // It is told like every other error, once it is known in which form.
      outputError: () => {},
    });
  addGlobalOptions(program);
  addGenerateCommand(program, io, finish);
  addInitCommand(program, io, finish);
  addAddCommand(program, io, finish);
  addListCommand(program, io, finish);
  addInfoCommand(program, io, finish);
  addValidateCommand(program, io, finish);
  addSampleCommand(program, io, finish);
  addSendCommand(program, io, finish);
  addTestCommand(program, io, finish);
  addExplainCommand(program, io, finish);
  addDevCommand(program, io, finish);
  addInferCommand(program, io, finish);
  addDiffCommand(program, io, finish);
  addImportOpenApiCommand(program, io, finish);
  addDoctorCommand(program, io, finish);
  addReplayCommand(program, io, finish);
  addCompletionCommand(program, io, finish);
  addHelpCommand(program);
  for (const command of [program, ...program.commands]) command.exitOverride((error) => endParsing(error, command));
  return program;
}

/** The help that was asked for is printed by now, and so is that of a bare `smart-webhooks`. */
function endParsing(error: CommanderError, command: Command): never {
  throw error.exitCode === 0 || error.code === "commander.help" ? error : usageError(error, command);
}

function addGlobalOptions(program: Command): void {
  program
    .option("--cwd <dir>", "work in this folder")
    .option("--providers-dir <dir>", "your providers (default: ./providers, or SMART_WEBHOOKS_PROVIDERS_DIR)")
    .option("--silent", "print nothing but errors")
    .option("--json", "print the result as JSON");
}
