import { unsafeText } from "./unsafe-text.js";
import type { YamlText } from "./yaml-text.js";

const around = 2;
const width = 100;
const everyUnsafe = new RegExp(unsafeText.source, "gu");

/** A few numbered lines around an offset, with a caret under it. Lines that hold a secret are left out, long ones cut. */
export function codeFrame(source: YamlText, offset: number): string {
  const { line, column } = source.position(offset);
  const last = Math.min(source.lines.length, line + around);
  const digits = String(last).length;
  const from = Math.max(0, column - 1 - width / 2);
  const frame: string[] = [];
  for (let number = Math.max(1, line - around); number <= last; number++) {
    const marker = number === line ? ">" : " ";
    const text = source.isHidden(number)
      ? "(hidden: this line may hold a secret)"
      : printable(source.lines[number - 1] ?? "", from);
    frame.push(`${marker} ${String(number).padStart(digits)} | ${text}`.trimEnd());
    if (number === line && !source.isHidden(number)) {
      frame.push(`  ${" ".repeat(digits)} | ${" ".repeat(column - 1 - from + (from > 0 ? 1 : 0))}^`);
    }
  }
  return frame.join("\n");
}

function printable(line: string, from: number): string {
  const part = line.slice(from, from + width);
  const text = part.replace(/\t/g, " ").replace(everyUnsafe, "\u{FFFD}");
  return `${from > 0 ? "…" : ""}${text}${line.length > from + width ? "…" : ""}`;
}
