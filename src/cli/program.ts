import { Command } from "commander";
import { packageVersion } from "../package-version.js";
import { addDevCommand } from "./dev-command.js";
import { addDiffCommand } from "./diff-command.js";
import { addExplainCommand } from "./explain-command.js";
import { addGenerateCommand } from "./generate-command.js";
import { addHelpCommand } from "./help-command.js";
import { addImportOpenApiCommand } from "./import-openapi-command.js";
import { addInferCommand } from "./infer-command.js";
import type { Io } from "./io.js";
import { addListCommand } from "./list-command.js";
import { plainText } from "./plain-text.js";
import { addReplayCommand } from "./replay-command.js";
import { addSampleCommand } from "./sample-command.js";
import { addSendCommand } from "./send-command.js";
import { addTestCommand } from "./test-command.js";

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
    })
    .showHelpAfterError("What there is: smart-webhooks --help")
    .exitOverride();
  addGlobalOptions(program);
  addGenerateCommand(program, io, finish);
  addDiffCommand(program, io, finish);
  addListCommand(program, io, finish);
  addSampleCommand(program, io, finish);
  addSendCommand(program, io, finish);
  addTestCommand(program, io, finish);
  addExplainCommand(program, io, finish);
  addDevCommand(program, io, finish);
  addInferCommand(program, io, finish);
  addImportOpenApiCommand(program, io, finish);
  addReplayCommand(program, io, finish);
  for (const command of program.commands) command.showHelpAfterError(`What there is: smart-webhooks ${command.name()} --help`);
  addHelpCommand(program);
  return program;
}

function addGlobalOptions(program: Command): void {
  program
    .option("--cwd <dir>", "work in this folder")
    .option("--providers-dir <dir>", "your providers (default: ./providers, or SMART_WEBHOOKS_PROVIDERS_DIR)")
    .option("--silent", "print nothing but errors")
    .option("--json", "print the result as JSON");
}
