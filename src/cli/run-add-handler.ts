import { GenerateError } from "../errors.js";
import type { AddOptions } from "./add-command.js";
import type { CommandInput } from "./to-action.js";

/** Runs `add --handler`: the place where `addHandlerMethods` of `src/user-code/` is called, and its plan written. */
export async function runAddHandler({ options }: CommandInput<AddOptions>): Promise<number> {
  const message = `No method can be written into ${options.handler} yet.`;
  throw new GenerateError([{ code: "no-handler-methods", severity: "error", message, hint: "Write it by hand: in the class body your editor completes its name and its type." }]);
}
