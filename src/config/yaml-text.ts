import type { Position } from "../errors.js";
import { isSecretKey, looksLikeSecret } from "./secret-shape.js";

/** The text of one YAML file, its lines, and which of them no message may print. */
export class YamlText {
  /** As shown to the user. */
  readonly file: string;
  readonly text: string;
  readonly lines: readonly string[];
  readonly #starts: readonly number[];
  #hidden: Set<number> | undefined;

  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
    this.lines = text.split(/\r?\n/);
    this.#starts = [0, ...Array.from(text.matchAll(/\n/g), (newline) => newline.index + 1)];
  }

  /** Where an offset stands. */
  position(offset: number): Position & { readonly line: number; readonly column: number } {
    const line = this.#lineAt(offset);
    return { file: this.file, line, column: offset - (this.#starts[line - 1] ?? 0) + 1 };
  }

  /** Keeps the lines from `start` to `end` out of every code frame. */
  hide(start: number, end: number): void {
    for (let line = this.#lineAt(start); line <= this.#lineAt(end); line++) this.#secretLines().add(line);
  }

  /** Whether a line (from 1) may hold a secret. */
  isHidden(line: number): boolean {
    return this.#secretLines().has(line);
  }

  // Only a message that quotes the file asks for them.
  #secretLines(): Set<number> {
    this.#hidden ??= secretLines(this.lines);
    return this.#hidden;
  }

  #lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  }
}

// By sight, not by the parser: a file that does not parse must not leak its secret either.
function secretLines(lines: readonly string[]): Set<number> {
  const hidden = new Set<number>();
  let secretIndent = Number.POSITIVE_INFINITY;
  for (const [index, line] of lines.entries()) {
    const indent = line.search(/\S|$/);
    const continues = indent > secretIndent || (line.trim() === "" && secretIndent !== Number.POSITIVE_INFINITY);
    if (!continues) secretIndent = namesSecret(line) ? indent : Number.POSITIVE_INFINITY;
    if (continues || secretIndent === indent || line.split(/[\s"',:{}[\]]+/).some(looksLikeSecret))
      hidden.add(index + 1);
  }
  return hidden;
}

function namesSecret(line: string): boolean {
  // From the beginning of a word only: a line can be a megabyte of letters.
  return Array.from(line.matchAll(/(?<![\w-])([\w-]+)["']?[ \t]*:/g)).some(([, key = ""]) => isSecretKey(key));
}
