import { type Command, InvalidArgumentError, Option } from "commander";
import type { Io } from "./io.js";
import { toAction } from "./to-action.js";

/** The options of `generate`. */
export interface GenerateOptions {
  readonly events?: readonly string[];
  readonly webhook?: string;
  readonly output?: string;
  readonly check?: boolean;
  readonly dryRun?: boolean;
  readonly force?: boolean;
}

/** Adds `generate`: writes the handler and payload files. */
export function addGenerateCommand(program: Command, io: Io, finish: (exitCode: number) => void): void {
  const run = toAction<GenerateOptions>(io, finish, async (input) => {
    const { runGenerate } = await import("./run-generate.js");
    return runGenerate(input);
  });
  program
    .command("generate")
    .description("Write the typed handler classes of the providers, by default of every one in ./providers.")
    .argument("[providers...]", "such as github")
    .option("--events <events>", "only these, separated by commas: push,pull_request", toList)
    .option("--webhook <name>", "only this webhook of the provider", toText)
    .option("-o, --output <dir>", "write here (default: src/webhooks if there is a src, else webhooks)", toText)
    .addOption(new Option("--check", "write nothing; exit with 1 and a diff if files are stale").conflicts("dryRun"))
    .option("--dry-run", "write nothing; say what would be written")
    .option("--force", "replace generated files that were edited")
    .action(run);
}

function toList(text: string): readonly string[] {
  const names = text.split(",").map((name) => name.trim());
  if (names.includes("")) throw new InvalidArgumentError("A name is empty.");
  return names;
}

// A script's unset variable must not quietly mean another folder.
function toText(text: string): string {
  if (text.trim() === "") throw new InvalidArgumentError("It is empty.");
  return text;
}
