/** A place in a file the user can open. Lines and columns count from 1. */
export interface Position {
  /** The path as shown to the user: relative to the working directory, forward slashes. */
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** One thing that is wrong (or odd) with the input, and what to do about it. */
export interface Problem {
  /** Stable, kebab-case: tests, documentation and editors rely on it. */
  readonly code: string;
  readonly severity: "error" | "warning";
  /** What is wrong, in one sentence, without a secret in it. */
  readonly message: string;
  /** What to do, in one sentence. */
  readonly hint?: string;
  readonly at?: Position;
  /** A few lines of the source with a marker under the place. */
  readonly frame?: string;
}

/** Thrown when the input cannot be used. It carries every problem found, not only the first. */
export class GenerateError extends Error {
  override readonly name = "GenerateError";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => problem.message).join("\n"));
    this.problems = problems;
  }
}

/** One error that stops everything, without a place in a file. */
export function refused(code: string, message: string, hint: string): GenerateError {
  return new GenerateError([{ code, severity: "error", message, hint }]);
}
