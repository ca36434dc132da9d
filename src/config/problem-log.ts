import type { Problem } from "../errors.js";
import { codeFrame } from "../code-frame.js";
import type { Mark } from "./yaml-node.js";

/** What a check says about a place: the place and its frame are added by the log. */
export type Finding = Pick<Problem, "code" | "message" | "hint">;

interface Entry {
  readonly finding: Finding;
  readonly severity: Problem["severity"];
  readonly mark: Mark;
}

const most = 50;

/** Collects the problems of a read. Frames are drawn at the end, when every secret is known. */
export class ProblemLog {
  readonly #entries = new Map<string, Entry>();
  #failed = false;

  /** Whether an error was reported. */
  get failed(): boolean {
    return this.#failed;
  }

  /** Reports an error. Answers undefined, so that a reader can return it as its value. */
  error(mark: Mark, finding: Finding): undefined {
    this.#failed = true;
    this.#add(mark, finding, "error");
  }

  /** Reports something odd that does not stop the read. */
  warn(mark: Mark, finding: Finding): void {
    this.#add(mark, finding, "warning");
  }

  /** Everything reported, at most 50 in full: a hostile file can have a hundred thousand. */
  problems(): readonly Problem[] {
    const entries = [...this.#entries.values()].toSorted(byPlace);
    const listed = entries.slice(0, most).map(toProblem);
    const [next] = entries.slice(most);
    if (next === undefined) return listed;
    const message = `${entries.length - most} more problems are not shown`;
    return [
      ...listed,
      { code: "more-problems", severity: "error", message, at: next.mark.source.position(next.mark.start) },
    ];
  }

  #add(mark: Mark, finding: Finding, severity: Problem["severity"]): void {
    const { file, line } = mark.source.position(mark.start);
    const key = JSON.stringify([file, line, finding.code, finding.message]);
    // What several webhooks inherit is wrong once, and so is a line full of aliases.
    if (!this.#entries.has(key)) this.#entries.set(key, { finding, severity, mark });
  }
}

function byPlace(a: Entry, b: Entry): number {
  if (a.mark.source.file !== b.mark.source.file) return a.mark.source.file < b.mark.source.file ? -1 : 1;
  return a.mark.start - b.mark.start;
}

function toProblem({ finding, severity, mark }: Entry): Problem {
  const { source, start } = mark;
  const at = source.position(start);
  return { ...finding, severity, at, frame: codeFrame(source.lines, at, (line) => source.isHidden(line)) };
}
