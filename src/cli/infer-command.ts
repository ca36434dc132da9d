import { type Command, InvalidArgumentError } from "commander";
import type { Io } from "./io.js";
import { toAction } from "./to-action.js";

/** The options of `infer`. */
export interface InferOptions {
  /** `-`: print it. */
  readonly output?: "-";
  readonly force?: boolean;
}

/** Adds `infer`: a schema from captured payloads. */
export function addInferCommand(program: Command, io: Io, finish: (exitCode: number) => void): void {
  const run = toAction<InferOptions>(io, finish, async (input) => {
    const { runInfer } = await import("./run-infer.js");
    return runInfer(input);
  });
  program
    .command("infer")
    .description("Write the JSON Schema of an event from captured payloads: schemas/<provider>/<event>.schema.json.")
    .argument("<provider>", "such as acme")
    .argument("<event>", "such as invoice.paid, or issue.opened for an action")
    .argument("<files...>", "JSON files, a payload in each: the more, the truer")
    .option("-o, --output <->", "print the schema (-) instead of writing it", toDash)
    .option("--force", "replace the schema that is there")
    .action(run);
}

function toDash(text: string): string {
  if (text !== "-") throw new InvalidArgumentError("The file has its fixed place. Give - to print the schema, or leave it out.");
  return text;
}
