import type { Command } from "commander";
import { closest } from "../closest.js";

/** Adds `help`: the parser's own prints the help of the program for a command that does not exist. */
export function addHelpCommand(program: Command): void {
  program
    .command("help")
    .description("Print the help of a command.")
    .argument("[command]", "such as generate")
    .action((name: string | undefined) => {
      if (name === undefined) program.help();
      const command = program.commands.find((one) => one.name() === name);
      if (command === undefined) program.error(unknownCommand(name, program), { code: "commander.unknownCommand", exitCode: 2 });
      command.help();
    });
}

function unknownCommand(name: string, { commands }: Command): string {
  const meant = closest(name, commands.map((command) => command.name()));
  return `unknown command '${name}'${meant === undefined ? "" : ` (Did you mean ${meant}?)`}`;
}
