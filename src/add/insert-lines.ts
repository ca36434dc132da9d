/** Puts whole lines below the line in which an offset stands, with the line ends of that place; what follows the last line stays as it is. */
export function insertLines(text: string, offset: number, lines: readonly string[]): string {
  const at = lineEnd(text, offset);
  const end = newlineAt(text, at);
  return text.slice(0, at) + lines.map((line) => end + line).join("") + text.slice(at);
}

/** Puts whole lines above the line in which an offset stands. */
export function insertLinesAbove(text: string, offset: number, lines: readonly string[]): string {
  const at = lineStart(text, offset);
  const end = newlineAt(text, lineEnd(text, offset));
  return text.slice(0, at) + lines.map((line) => line + end).join("") + text.slice(at);
}

/** The blanks before what stands at an offset; for what does not begin its line, as many blanks as it is away from there. */
export function indentOf(text: string, offset: number): string {
  return text.slice(lineStart(text, offset), offset).replaceAll(/[^ ]/g, " ");
}

/** Whether nothing but blanks stands before an offset in its line. */
export function beginsLine(text: string, offset: number): boolean {
  return text.slice(lineStart(text, offset), offset).trim() === "";
}

function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}

function lineEnd(text: string, offset: number): number {
  const at = text.indexOf("\n", offset);
  if (at === -1) return text.length;
  return at > offset && text[at - 1] === "\r" ? at - 1 : at;
}

/** The line end that stands at an offset; at the end of the text that of the line before. */
function newlineAt(text: string, at: number): string {
  const [found] = /\r?\n/.exec(at < text.length ? text.slice(at) : text.slice(text.lastIndexOf("\n", at - 1) - 1)) ?? [];
  return found ?? "\n";
}
