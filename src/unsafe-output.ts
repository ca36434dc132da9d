import { GenerateError } from "./errors.js";

/** The error for text that holds what a generated file never holds. It means a bug here, not in the user's files. */
export function unsafeOutput(found: string): GenerateError {
  return new GenerateError([
    {
      code: "unsafe-output",
      severity: "error",
      message: `The generated code would hold something that does not belong there (${found}), so nothing is written`,
      hint: "Please report this with the YAML or the schema that leads to it",
    },
  ]);
}
