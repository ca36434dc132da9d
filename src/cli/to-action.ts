import type { Command } from "commander";
import type { Io } from "./io.js";
import { isInteractive } from "./is-interactive.js";
import { Printer } from "./printer.js";
import type { Where } from "./where.js";
import { type GlobalOptions, readWhere } from "./where.js";

/** What a command works with. */
export interface CommandInput<Options> {
  readonly arguments: readonly string[];
  readonly options: Options;
  readonly where: Where;
  readonly printer: Printer;
  /** Whether somebody is there to answer a question. */
  readonly isInteractive: boolean;
}

/** Makes a commander action of a function that answers an exit code: what it throws is printed, and the code is 2. */
export function toAction<Options extends object>(
  io: Io,
  finish: (exitCode: number) => void,
  runCommand: (input: CommandInput<Options>) => Promise<number>,
): (this: Command) => Promise<void> {
  return async function action(this: Command): Promise<void> {
    const options = this.optsWithGlobals<Options & GlobalOptions>();
    const printer = new Printer(io, options);
    try {
      finish(await runCommand({ arguments: this.args, options, where: readWhere(options, io), printer, isInteractive: isInteractive(options, io) }));
    } catch (error) {
      printer.failure(error);
      finish(2);
    }
  };
}
