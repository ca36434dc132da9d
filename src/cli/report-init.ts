import type { Problem } from "../errors.js";
import type { NextStep } from "../init/next-steps.js";
import type { FileChange } from "../write/write-plan.js";
import type { Printer } from "./printer.js";

interface Done {
  readonly framework: string;
  readonly changes: readonly FileChange[];
  readonly kept: readonly string[];
  readonly warnings: readonly Problem[];
  readonly notes: readonly string[];
  readonly steps: readonly NextStep[];
}

/** Prints what was written and what was kept, then what to do next, step by step. */
export function reportInit({ framework, changes, kept, warnings, notes, steps }: Done, printer: Printer): void {
  printer.json({ framework, files: changes.map(({ path, change }) => ({ path, change })), kept, next: steps, warnings, problems: [] });
  for (const { change, path } of changes) printer.result(`${change}  ${path}`);
  for (const path of kept) printer.result(`kept  ${path}`);
  printer.problems(warnings);
  for (const note of notes) printer.note(note);
  printer.note("Next:");
  for (const [index, { say, lines }] of steps.entries()) {
    printer.note(`${index + 1}. ${say}`);
    for (const line of lines) printer.note(`     ${line}`);
  }
}
