import type { ImportDeclaration } from "ts-morph";

/** How a file is written. */
export interface FileStyle {
  /** What ends a line. */
  readonly eol: string;
  /** One step of indentation. */
  readonly step: string;
  /** `"` or `'` */
  readonly quote: string;
  /** `;` or nothing. */
  readonly semicolon: string;
}

/** Reads the style of a file, quotes and semicolons from one of its imports. */
export function fileStyle(text: string, imported: ImportDeclaration): FileStyle {
  const windows = text.split("\r\n").length - 1;
  return {
    eol: windows * 2 > text.split("\n").length - 1 ? "\r\n" : "\n",
    // A line of a block comment begins with a blank and a star.
    step: /^(\t| {2,8})(?=[^\s*])/m.exec(text)?.[1] ?? "  ",
    quote: imported.getModuleSpecifier().getText().startsWith("'") ? "'" : '"',
    semicolon: imported.getText().endsWith(";") ? ";" : "",
  };
}

/** The white space that the line of an offset begins with. */
export function indentAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, offset)))?.[0] ?? "";
}

/** Where the line of an offset begins. */
export function lineStart(text: string, offset: number): number {
  return Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
}
