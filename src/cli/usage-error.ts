import type { Command, CommanderError } from "commander";
import { GenerateError } from "../errors.js";

/** What the argument parser refused, in the form of every other error. */
export function usageError({ code, message }: Pick<CommanderError, "code" | "message">, command: Command): GenerateError {
  const [, said = message, meant] = /^(?:error: )?(.*?)(?:\s*\(Did you mean (.*)\?\))?$/s.exec(message) ?? [];
  // What was wrong with a value is followed by what to write.
  const [refused = said, advice] = said.split(/(?<= is invalid\.) /);
  const hints = [meant && `Did you mean ${meant}?`, advice, `What there is: ${helpOf(command)}`];
  return new GenerateError([{ code: CODES[code] ?? "usage", severity: "error", message: sentence(refused), hint: hints.filter(Boolean).join(" ") }]);
}

const CODES: Readonly<Record<string, string>> = {
  "commander.unknownOption": "unknown-option",
  "commander.unknownCommand": "unknown-command",
  "commander.missingArgument": "missing-argument",
  "commander.optionMissingArgument": "missing-argument",
  "commander.missingMandatoryOptionValue": "missing-option",
  "commander.invalidArgument": "invalid-argument",
  "commander.excessArguments": "too-many-arguments",
  "commander.conflictingOption": "conflicting-options",
};

function helpOf(command: Command): string {
  const names = command.parent === null ? [command.name()] : [command.parent.name(), command.name()];
  return [...names, "--help"].join(" ");
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1).replace(/\.?$/, ".");
}
