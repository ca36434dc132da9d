import { toJsonLine, toJsonText } from "../encode.js";
import type { Problem } from "../errors.js";
import type { Io, Output } from "./io.js";
import { plainText } from "./plain-text.js";
import { printProblem } from "./print-problem.js";
import { toProblems } from "./to-problems.js";

/** How much is printed, and in what form. */
export interface PrinterOptions {
  readonly silent?: boolean;
  readonly json?: boolean;
}

/** Prints for people, or one JSON document for programs; `silent` leaves errors only. */
export class Printer {
  readonly #io: Io;
  readonly #json: boolean;
  readonly #talks: boolean;

  constructor(io: Io, options: PrinterOptions) {
    this.#io = io;
    this.#json = options.json ?? false;
    this.#talks = !this.#json && !options.silent;
  }

  /** Whether a person reads the results, not a program. */
  get isTerminal(): boolean {
    return this.#io.stdout.isTTY === true;
  }

  /** A line of the result, to stdout. */
  result(line: string): void {
    if (this.#talks) this.#io.stdout.write(`${plainText(line)}\n`);
  }

  /** A remark, to stderr. */
  note(line: string): void {
    if (this.#talks) this.#io.stderr.write(`${plainText(line)}\n`);
  }

  /** How far a long command is, to stderr where somebody watches it: each line stands in place of the one before, `""` clears it. */
  progress(line: string): void {
    const { stderr } = this.#io;
    if (this.#talks && stderr.isTTY) stderr.write(`\r\u001B[2K${plainText(line)}`);
  }

  /** The whole result as JSON, to stdout, where the user asked for it: no character in it reaches a terminal that could obey it. */
  json(value: unknown): void {
    if (this.#json) this.#io.stdout.write(`${toJsonText(value)}\n`);
  }

  /** A result on one line of JSON, for a program that reads on while the command runs, where it was asked for. */
  jsonLine(value: unknown): void {
    if (this.#json) this.#io.stdout.write(`${toJsonLine(value)}\n`);
  }

  /** A result that is JSON whether or not it was asked for, to stdout: every character is kept, none reaches a terminal that could obey it. */
  document(value: unknown): void {
    if (this.#json || this.#talks) this.#io.stdout.write(`${toJsonText(value)}\n`);
  }

  /** Errors, and warnings unless silent, to stderr. */
  problems(problems: readonly Problem[]): void {
    const { stderr } = this.#io;
    for (const problem of problems) {
      const isHeard = this.#talks || (!this.#json && problem.severity === "error");
      if (isHeard) stderr.write(printProblem(problem, this.#hasColors(stderr)));
    }
  }

  /** Whatever stopped a command: its problems, or one line for an unforeseen error. */
  failure(error: unknown): void {
    const problems = toProblems(error);
    this.problems(problems);
    this.json({
      files: [],
      warnings: problems.filter(({ severity }) => severity === "warning"),
      problems: problems.filter(({ severity }) => severity === "error"),
    });
    const isDebugging = this.#io.env["SMART_WEBHOOKS_DEBUG"] === "1";
    if (isDebugging && error instanceof Error) this.#io.stderr.write(`${plainText(error.stack ?? "")}\n`);
  }

  #hasColors(output: Output): boolean {
    return output.isTTY === true && !this.#io.env["NO_COLOR"];
  }
}
