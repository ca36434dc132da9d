import { InvalidArgumentError } from "commander";

/** Reads an option that must not be empty: a script's unset variable must not quietly mean something else. */
export function toText(example: string): (text: string) => string {
  return (text) => {
    if (text.trim() === "") throw new InvalidArgumentError(`It is empty: give ${example}, or leave the option out.`);
    return text;
  };
}
