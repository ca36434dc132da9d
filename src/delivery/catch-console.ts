import { formatWithOptions } from "node:util";

const METHODS = ["debug", "error", "info", "log", "warn"] as const;

/** One call of `console`. */
export interface LogLine {
  readonly level: (typeof METHODS)[number];
  readonly text: string;
}

/** Runs some work while what it writes to `console` is kept in place of printed. */
export async function catchConsole<Result>(lines: LogLine[], work: () => Promise<Result>): Promise<Result> {
  const before = METHODS.map((level) => [level, console[level]] as const);
  for (const level of METHODS) console[level] = (...values: readonly unknown[]) => void lines.push({ level, text: formatWithOptions({ breakLength: Infinity }, ...values.map(plain)) });
  try {
    return await work();
  } finally {
    for (const [level, method] of before) console[level] = method;
  }
}

/** An error says what is wrong: where it was thrown fills the screen. */
function plain(value: unknown): unknown {
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  const known = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(known.map(([key, one]) => [key, one instanceof Error ? `${one.name}: ${one.message}` : (one as unknown)]));
}
