/** A type on its way to text. It is laid out once, however many others it stands in, and printed once. */
export interface Layout {
  /** The same number is the same text. */
  readonly id: number;
  /** The text, if a line can hold it. */
  readonly line?: string | undefined;
  /** Present on a type that is one of several, or several at once. */
  readonly joined?: Joined;
  /** Whether the text begins with a brace. */
  readonly isBraced?: boolean;
  /** `indent` is that of the line the text begins on, `column` how much of that line is used. */
  readonly print: (indent: string, column: number) => string;
}

export interface Joined {
  readonly by: " | " | " & ";
  readonly members: readonly Layout[];
}

/** The longest line that is not broken. */
export const LINE_WIDTH = 100;

/** Numbers the texts of one declaration. */
export class LayoutIds {
  readonly #ids = new Map<string, number>();

  /** `parts` say all that the text depends on: of other layouts, their numbers. */
  of(...parts: readonly unknown[]): number {
    const key = JSON.stringify(parts);
    const id = this.#ids.get(key) ?? this.#ids.size;
    this.#ids.set(key, id);
    return id;
  }
}

/** A text that is never broken. */
export function layOutText(text: string, ids: LayoutIds): Layout {
  return { id: ids.of("text", text), line: ifFits(text), print: () => text };
}

/** The texts on one line, unless one of them cannot be or there is too much of it. Looks at no more than a line. */
export function joinLines(lines: Iterable<string | undefined>, separator: string): string | undefined {
  let joined = "";
  let between = "";
  for (const line of lines) {
    if (line === undefined || joined.length > LINE_WIDTH) return undefined;
    joined += between + line;
    between = separator;
  }
  return ifFits(joined);
}

export function ifFits(line: string | undefined): string | undefined {
  return line !== undefined && line.length <= LINE_WIDTH ? line : undefined;
}

/** A union that is broken begins with a line break: its closing parenthesis takes a line of its own. */
export function parenthesize(text: string, indent: string): string {
  return text.startsWith("\n") ? `(${text}\n${indent})` : `(${text})`;
}
