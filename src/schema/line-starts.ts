/** Where each line of a text starts. Found once for a file: a hostile one has a hundred problems on millions of lines. */
export class LineStarts {
  readonly #text: string;
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.#text = text;
    const starts = [0];
    for (let at = 0; at < text.length; at += 1) if (endsLine(text, at)) starts.push(at + 1);
    this.#starts = starts;
  }

  /** The line that holds an offset, counted from 1. */
  lineAt(offset: number): number {
    let first = 0;
    let last = this.#starts.length - 1;
    while (first < last) {
      const middle = Math.ceil((first + last) / 2);
      if ((this.#starts[middle] ?? 0) <= offset) first = middle;
      else last = middle - 1;
    }
    return first + 1;
  }

  startOf(line: number): number {
    return this.#starts[line - 1] ?? this.#text.length;
  }

  /** The lines as a list in which only those near `line` are there: the others are holes that cost nothing. */
  near(line: number): readonly string[] {
    const lines: string[] = [];
    const last = Math.min(line + NEAR, this.#starts.length);
    for (let number = Math.max(1, line - NEAR); number <= last; number += 1) {
      lines[number - 1] = this.#text.slice(this.startOf(number), this.#endOf(number));
    }
    return lines;
  }

  #endOf(line: number): number {
    const next = this.startOf(line + 1);
    if (line === this.#starts.length) return next;
    return this.#text.startsWith("\r\n", next - 2) ? next - 2 : next - 1;
  }
}

function endsLine(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === LINE_FEED || (code === CARRIAGE_RETURN && text.charCodeAt(at + 1) !== LINE_FEED);
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** More than a code frame shows. */
const NEAR = 5;
