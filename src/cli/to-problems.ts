import type { Problem } from "../errors.js";
import { GenerateError } from "../errors.js";
import { firstLine } from "../first-line.js";

/** What to tell the user about anything that was thrown: one line for what nobody foresaw, never a stack. */
export function toProblems(error: unknown): readonly Problem[] {
  if (error instanceof GenerateError) return error.problems;
  return [
    {
      code: "internal",
      severity: "error",
      message: firstLine(error),
      hint: "This is a bug in smart-webhooks: please report it, with what SMART_WEBHOOKS_DEBUG=1 prints.",
    },
  ];
}
