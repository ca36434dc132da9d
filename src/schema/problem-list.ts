import { GenerateError, type Problem } from "../errors.js";

/** Collects problems: the first hundred errors and the first hundred warnings, for a hostile file has room for millions. */
export class ProblemList {
  readonly warnings: Problem[] = [];
  readonly #errors: Problem[] = [];

  /** Takes a function, because the code frame of a problem that is not kept need not be drawn. */
  add(severity: Problem["severity"], make: () => Problem): void {
    const list = severity === "error" ? this.#errors : this.warnings;
    if (list.length < LIMIT) list.push(make());
  }

  /** Throws a `GenerateError` of the errors and warnings when there is an error. */
  throwErrors(): void {
    if (this.#errors.length > 0) throw new GenerateError([...this.#errors, ...this.warnings]);
  }
}

const LIMIT = 100;
