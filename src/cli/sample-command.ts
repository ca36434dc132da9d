import { type Command, InvalidArgumentError } from "commander";
import type { Io } from "./io.js";
import { toAction } from "./to-action.js";

/** The options of `sample`. */
export interface SampleOptions {
  readonly set: readonly Assignment[];
  readonly webhook?: string;
}

/** `--set path=value` */
export interface Assignment {
  /** As written: `commits.0.id`. */
  readonly path: string;
  readonly value: unknown;
}

/** Adds `sample`: an example payload of an event. */
export function addSampleCommand(program: Command, io: Io, finish: (exitCode: number) => void): void {
  const run = toAction<SampleOptions>(io, finish, async (input) => {
    const { runSample } = await import("./run-sample.js");
    return runSample(input);
  });
  program
    .command("sample")
    .description("Print an example payload of an event as JSON: one that its schema takes.")
    .argument("<provider>", "such as github")
    .argument("<event>", "such as push or pull_request.opened")
    .option("--set <path=value>", "put a value there, JSON or a text: commits.0.id=abc (may be given again)", toAssignments, [])
    .option("--webhook <name>", "of this webhook of the provider")
    .action(run);
}

function toAssignments(text: string, before: readonly Assignment[]): readonly Assignment[] {
  const at = text.indexOf("=");
  const path = text.slice(0, at);
  if (at === -1 || path.split(".").includes("")) throw new InvalidArgumentError("Write a dotted path, = and a value: commits.0.id=abc.");
  return [...before, { path, value: toValue(text.slice(at + 1)) }];
}

function toValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
