import { type Command, InvalidArgumentError } from "commander";
import { parseEventList } from "../flags.js";
import type { Io } from "./io.js";
import { toAction } from "./to-action.js";
import { toText } from "./to-text.js";
import type { GlobalOptions } from "./where.js";

/** The options of `init`. */
export interface InitOptions extends Pick<GlobalOptions, "json"> {
  readonly framework?: string;
  readonly output?: string;
  readonly events?: readonly string[];
  readonly yes?: boolean;
}

/** Adds `init`: everything that a first webhook needs. */
export function addInitCommand(program: Command, io: Io, finish: (exitCode: number) => void): void {
  const run = toAction<InitOptions>(io, finish, async (input) => {
    const { runInit } = await import("./run-init.js");
    return runInit(input);
  });
  program
    .command("init")
    .description("Start with a provider: writes its handler, your own class over it and the route of your framework, and says what to do next.")
    .argument("[providers...]", "such as github (asked for when left out at a terminal)")
    .option("--framework <name>", "such as express, fastify, next, node (default: what your package.json says)", toText("a framework, such as express"))
    .option("-o, --output <dir>", "write here (default: src/webhooks if there is a src, else webhooks)", toText("a folder, such as src/webhooks"))
    .option("--events <events>", "generate only these, separated by commas: push,pull_request.opened", toList)
    .option("-y, --yes", "ask nothing: take what was found")
    .action(run);
}

function toList(text: string, earlier: readonly string[] = []): readonly string[] {
  const names = [...earlier, ...parseEventList(text)];
  if (names.includes("")) throw new InvalidArgumentError("A name is empty: give names such as push,pull_request.opened.");
  return names;
}
