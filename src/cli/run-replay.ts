import type { DeadLetters } from "@smart-webhooks/runtime/bullmq";
import { refused } from "../errors.js";
import { firstLine } from "../first-line.js";
import { importModule } from "../import-module.js";
import type { ReplayOptions } from "./replay-command.js";
import type { CommandInput } from "./to-action.js";

/** Runs `replay`: prints a line for each dead letter that went back. Throws when the user's module is of no use. */
export async function runReplay({ arguments: [file = ""], options, where, printer }: CommandInput<ReplayOptions>): Promise<number> {
  const deadLetters = await load(file, where.cwd);
  try {
    const replayed = await deadLetters.replay(options.limit);
    for (const line of replayed) printer.result(`replayed  ${line}`);
    printer.note(replayed.length === 0 ? "There are no dead letters." : `${replayed.length} put back.`);
    printer.json({ replayed });
  } catch (error) {
    throw refused("replay-failed", `The dead letters of ${file} could not be replayed: ${firstLine(error)}`, "See whether the queue can be reached. What was put back before stays so: run the command again for the rest.");
  } finally {
    await deadLetters.close();
  }
  return 0;
}

async function load(file: string, cwd: string): Promise<DeadLetters> {
  const module = await importModule(file, cwd, "Name a module that exports your dead letters.");
  const { deadLetters = module["default"] } = module;
  if (isDeadLetters(deadLetters)) return deadLetters;
  throw refused("no-dead-letters", `${file} exports no dead letters.`, "Export them: export const deadLetters = bullmqDeadLetters(queue), or what your queue's module has for it.");
}

function isDeadLetters(value: unknown): value is DeadLetters {
  const { replay, close } = (value ?? {}) as Partial<Record<keyof DeadLetters, unknown>>;
  return typeof replay === "function" && typeof close === "function";
}
