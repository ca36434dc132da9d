import { UNSEEN } from "./encode.js";
import type { Position } from "./errors.js";

const around = 2;
const width = 100;

/** A place in a text. Lines and columns count from 1, columns in UTF-16 units. */
export type Place = Required<Pick<Position, "line" | "column">>;

/** A few numbered lines around a place, with a caret under it. Hidden lines are left out, long ones cut. */
export function codeFrame(lines: readonly string[], { line, column }: Place, isHidden: (line: number) => boolean = () => false): string {
  const last = Math.min(lines.length, line + around);
  const digits = String(last).length;
  const from = Math.max(0, column - 1 - width / 2);
  const frame: string[] = [];
  for (let number = Math.max(1, line - around); number <= last; number++) {
    const marker = number === line ? ">" : " ";
    const text = isHidden(number) ? "(hidden: this line may hold a secret)" : printable(lines[number - 1] ?? "", from);
    frame.push(`${marker} ${String(number).padStart(digits)} | ${text}`.trimEnd());
    if (number === line && !isHidden(number)) {
      frame.push(`  ${" ".repeat(digits)} | ${" ".repeat(column - 1 - from + (from > 0 ? 1 : 0))}^`);
    }
  }
  return frame.join("\n");
}

// One sign for each that a terminal could obey or hide: the caret must stay under its place.
function printable(line: string, from: number): string {
  const part = line.slice(from, from + width);
  const text = part.replace(/\t/g, " ").replace(UNSEEN, (unseen) => "\u{FFFD}".repeat(unseen.length));
  return `${from > 0 ? "…" : ""}${text}${line.length > from + width ? "…" : ""}`;
}
