import { GenerateError } from "../errors.js";

/** The error for a declaration that holds what a declaration of ours never holds. It means a bug here, not in the user's files. */
export function unsafeOutput(found: string): GenerateError {
  return new GenerateError([
    {
      code: "unsafe-output",
      severity: "error",
      message: `The payload types would hold something that is not a plain type (${found}), so they are not written`,
      hint: "Please report this with the schema that leads to it",
    },
  ]);
}
