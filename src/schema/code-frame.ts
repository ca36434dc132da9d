import { escapeUnseen } from "./escape-unseen.js";

/** Where an offset stands. Lines and columns count from 1. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** The line and column of an offset, counted in UTF-16 units. */
export function placeOf(text: string, offset: number): TextPlace {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** The line of a place and the two before it, with a marker under the column. */
export function codeFrame(text: string, { line, column }: TextPlace): string {
  const lines = text.split(/\r\n|\r|\n/);
  const start = Math.max(0, column - 1 - WIDTH / 2);
  const width = String(line).length;
  const shown = [line - 2, line - 1, line].filter((number) => number > 0).map((number) => {
    const code = visible((lines[number - 1] ?? "").slice(start, start + WIDTH));
    return `${number === line ? ">" : " "} ${String(number).padStart(width)} | ${code}`.trimEnd();
  });
  const marker = visible((lines[line - 1] ?? "").slice(start, column - 1)).length;
  return [...shown, `  ${" ".repeat(width)} | ${" ".repeat(marker)}^`].join("\n");
}

/** A schema may be one line of a megabyte: only this much of it is shown. */
const WIDTH = 100;

function visible(code: string): string {
  return escapeUnseen(code.replaceAll("\t", "  "));
}
