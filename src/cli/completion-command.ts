import { Argument, type Command } from "commander";
import type { Io } from "./io.js";
import { toAction } from "./to-action.js";

/** The shells that there is a script for. */
export const SHELLS = ["bash", "zsh", "fish"] as const;

/** One of them. */
export type Shell = (typeof SHELLS)[number];

/** Adds `completion`, and the hidden `complete` that its scripts ask: the program itself tells what can come next. */
export function addCompletionCommand(program: Command, io: Io, finish: (exitCode: number) => void): void {
  const run = toAction(io, finish, async ({ arguments: [shell], printer }) => {
    const { completionScript } = await import("./completion-script.js");
    const script = completionScript(shell as Shell);
    printer.result(script.trimEnd());
    printer.json({ shell, script });
    return 0;
  });
  program
    .command("completion")
    .description("Print the completion script of a shell. In ~/.bashrc: source <(smart-webhooks completion bash)")
    .addArgument(new Argument("<shell>", "your shell").choices(SHELLS))
    .action(run);
  program
    .command("complete", { hidden: true })
    .argument("[words...]", "after --: the words so far, the last one unfinished")
    .action(async (words: readonly string[]) => {
      const { completeWords } = await import("./complete-words.js");
      const lines = (await completeWords(words, program, io)).map(({ word, description }) => `${word}\t${description}\n`);
      io.stdout.write(lines.join(""));
    });
}
