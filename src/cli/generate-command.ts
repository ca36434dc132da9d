import { type Command, InvalidArgumentError, Option } from "commander";
import { extensions, type Flags, parseEventList } from "../flags.js";
import type { Io } from "./io.js";
import { toAction } from "./to-action.js";
import { toText } from "./to-text.js";
import type { GlobalOptions } from "./where.js";

/** The options of `generate`. */
export interface GenerateOptions extends Flags, Pick<GlobalOptions, "json"> {
  readonly output?: string;
  readonly check?: boolean;
  readonly dryRun?: boolean;
  readonly force?: boolean;
  readonly watch?: boolean;
}

/** Adds `generate`: writes the handler and payload files. */
export function addGenerateCommand(program: Command, io: Io, finish: (exitCode: number) => void): void {
  const run = toAction<GenerateOptions>(io, finish, async (input) => {
    const { runGenerate } = await import("./run-generate.js");
    return runGenerate(input);
  });
  program
    .command("generate")
    .description("Write typed handler classes: of the providers named, else of every one in ./providers or generated before.")
    .argument("[providers...]", "such as github")
    .option("--events <events>", "only these, separated by commas: push,pull_request.opened (all: every one again)", toList)
    .option("--webhook <name>", "only this webhook of the provider (all: every one again)", toText("a webhook's name"))
    .option("-o, --output <dir>", "write here (default: src/webhooks if there is a src, else webhooks)", toText("a folder, such as src/webhooks"))
    .option("--class-name <name>", "call the class this", toText("a name, such as GitHubHandler"))
    .addOption(
      new Option("--import-extension <extension>", "how files import each other (default: as your tsconfig asks)").choices([...extensions, "auto"]),
    )
    .option("--samples", "also write samples.ts: an example payload of each event, for tests")
    .addOption(new Option("--no-samples").hideHelp())
    .option("--validators", "also write validators.ts, which checks payloads at run time: see the handler's option validate")
    .addOption(new Option("--no-validators").hideHelp())
    .option("--format", "pass the files through your own prettier")
    .addOption(new Option("--no-format").hideHelp())
    .addOption(new Option("--check", "write nothing; exit with 1 and a diff if files are stale").conflicts("dryRun"))
    .option("--dry-run", "write nothing; say what would be written")
    .option("--force", "replace generated files that were edited")
    .addOption(new Option("--watch", "generate again whenever the YAML or a schema changes").conflicts(["check", "dryRun"]))
    .action(run);
}

function toList(text: string, earlier: readonly string[] = []): readonly string[] {
  const names = [...earlier, ...parseEventList(text)];
  if (names.includes("")) throw new InvalidArgumentError("A name is empty: give names such as push,pull_request.opened, or all.");
  return names;
}
