import { type Command, InvalidArgumentError } from "commander";
import type { Io } from "./io.js";
import { toAction } from "./to-action.js";
import { toText } from "./to-text.js";

/** The options of `explain`. */
export interface ExplainOptions {
  readonly headers: string;
  readonly body?: string;
  readonly url?: string;
  readonly method?: string;
  readonly webhook?: string;
  readonly secretEnv?: string;
  /** Unix milliseconds. */
  readonly now?: number;
  readonly publicUrl?: string;
}

/** Adds `explain`: why the signature of a captured request is refused. */
export function addExplainCommand(program: Command, io: Io, finish: (exitCode: number) => void): void {
  const run = toAction<ExplainOptions>(io, finish, async (input) => {
    const { runExplain } = await import("./run-explain.js");
    return runExplain(input, io.env);
  });
  program
    .command("explain")
    .description("Say why a captured request is refused: one cause, and what to do; exit with 1 if it is.")
    .argument("<provider>", "such as github")
    .requiredOption("--headers <file>", 'its headers: "Name: value" lines, what curl -v prints, or JSON', toText("a file"))
    .option("--body <file>", "its body, with the exact bytes", toText("a file"))
    .option("--url <url>", "its path and query as the app saw them, or the whole URL as the provider called it", toText("a URL, such as /webhooks/github"))
    .option("--method <method>", "its method (default: that of the request line, else POST)", toText("a method, such as POST"))
    .option("--webhook <name>", "it is one of this webhook of the provider (default: by its path)", toText("a name"))
    .option("--secret-env <name>", "the environment variable with the secret (default: the provider's)", toText("a name"))
    .option("--now <time>", "when it came, ISO 8601 or Unix (default: now)", toTime)
    .option("--public-url <url>", "the origin that the provider calls, where the URL is signed: https://hooks.example.com", toOrigin)
    .action(run);
}

function toTime(text: string): number {
  const time = /^\d{1,11}$/.test(text) ? Number(text) * 1000 : /^\d{12,14}$/.test(text) ? Number(text) : Date.parse(text);
  if (!Number.isFinite(time)) throw new InvalidArgumentError("Give a time such as 2026-01-31T12:00:00Z, or Unix seconds or milliseconds.");
  return time;
}

function toOrigin(text: string): string {
  if (!/^https?:\/\/[^/?#\s@]+(?:\/[^?#\s]*)?$/i.test(text)) throw new InvalidArgumentError("Give an origin, perhaps with a path: https://hooks.example.com.");
  return text;
}
