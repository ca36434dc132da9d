/** What is printed of an answer. */
export interface PrintedAnswer {
  readonly status: number;
  readonly body: string;
  /** Milliseconds. */
  readonly duration: number;
}

/** Characters of a body that fit on a screen. */
const MOST = 4_000;

/** An answer as lines: the status and how long it took, then the body. */
export function answerLines({ status, body, duration }: PrintedAnswer): readonly string[] {
  const shown = body.length > MOST ? `${body.slice(0, MOST)}… (${body.length - MOST} more characters)` : body;
  return [`${status}  in ${duration.toFixed(0)} ms`, ...(shown.trim() === "" ? [] : [shown.trimEnd()])];
}
