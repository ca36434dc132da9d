import picocolors from "picocolors";
import type { Position, Problem } from "../errors.js";
import { oneLine } from "./one-line.js";
import { plainText } from "./plain-text.js";

/** A problem as lines for a terminal, with a line feed at the end: place, code and message, the code frame, what to do. */
export function printProblem(problem: Problem, withColors: boolean): string {
  const colors = picocolors.createColors(withColors);
  const severity = problem.severity === "error" ? colors.red("error") : colors.yellow("warning");
  const place = problem.at === undefined ? [] : [colors.bold(oneLine(placeOf(problem.at)))];
  const head = [...place, severity, colors.dim(oneLine(problem.code)), oneLine(problem.message)].join("  ");
  const frame = problem.frame === undefined ? [] : [plainText(problem.frame).trimEnd()];
  const hint = problem.hint === undefined ? [] : [`  ${oneLine(problem.hint)}`];
  return [head, ...frame, ...hint, ""].join("\n");
}

/** A place as terminals and editors know it: `file:line:column`. */
export function placeOf({ file, line, column }: Position): string {
  return [file, line, column].filter((part) => part !== undefined).join(":");
}
