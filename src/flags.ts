import { parseArgs } from "node:util";
import { UNSEEN } from "./encode.js";
import type { Position } from "./errors.js";

/** What the command line chooses for a provider. The header of a generated file keeps it, so that a bare run makes the same file again. */
export interface Flags {
  /** `push`, `pull_request.opened`; all events when undefined. `["all"]` forgets what was kept. */
  readonly events?: readonly string[] | undefined;
  /** The one webhook to write; all when undefined. `all` forgets what was kept. */
  readonly webhook?: string | undefined;
  /** The class of the chosen webhook, else of `default`. */
  readonly className?: string | undefined;
  /** How generated files import each other; as the user's tsconfig asks when undefined. `auto` forgets what was kept. */
  readonly importExtension?: ImportExtension | "auto" | undefined;
  /** Also write `samples.ts`. */
  readonly samples?: boolean | undefined;
  /** Also write `validators.ts`. */
  readonly validators?: boolean | undefined;
  /** Pass the files through the user's own prettier. */
  readonly format?: boolean | undefined;
}

/** The flags that a generated file keeps. */
export interface Kept extends Flags {
  /** Where they stand in it. */
  readonly at?: Position | undefined;
}

/** The flags that generated files keep, by webhook. */
export type KeptFlags = ReadonlyMap<string, Kept>;

/** `./payloads.js`, `./payloads.ts` or `./payloads`. */
export type ImportExtension = "js" | "ts" | "none";

const start = "npx smart-webhooks generate";

/** The command that chooses the same again, on one line, quoted for a POSIX shell. */
export function printCommand(provider: string, flags: Flags): string {
  const given = [
    flags.webhook !== undefined && ["--webhook", flags.webhook],
    flags.events !== undefined && ["--events", flags.events.map((event) => event.replaceAll(",", "\\,")).join(",")],
    flags.className !== undefined && ["--class-name", flags.className],
    flags.importExtension !== undefined && ["--import-extension", flags.importExtension],
    flags.samples && ["--samples"],
    flags.validators && ["--validators"],
    flags.format && ["--format"],
  ];
  const words = [provider, ...given.flatMap((option) => option || [])];
  const line = [start, ...words.map(quote)].join(" ");
  // A name may hold what looks like an escape: its backslash is written as one.
  const escaped = line.replace(/\\(?=u\{)/g, "\\u{5c}");
  return escaped.replace(UNSEEN, (unseen) => `\\u{${(unseen.codePointAt(0) ?? 0).toString(16)}}`);
}

/** Reads the command out of a generated file's text; undefined when there is none. */
export function readCommand(text: string): Flags | undefined {
  const line = text.split("\n", 10).find((one) => one.startsWith("//") && one.includes(start));
  if (line === undefined) return undefined;
  const command = line.replace(/\\u\{([\da-f]{1,6})\}/g, (_, code: string) => String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff)));
  const args = unquote(command.slice(command.indexOf(start) + start.length));
  const { values } = parseArgs({ args, options, strict: false, allowPositionals: true });
  return {
    webhook: textOf(values["webhook"]),
    events: values["events"] === undefined ? undefined : parseEventList(textOf(values["events"]) ?? ""),
    className: textOf(values["class-name"]),
    importExtension: extensions.find((one) => one === values["import-extension"]),
    samples: values["samples"] === true || undefined,
    validators: values["validators"] === true || undefined,
    format: values["format"] === true || undefined,
  };
}

const options = {
  webhook: { type: "string" },
  events: { type: "string" },
  "class-name": { type: "string" },
  "import-extension": { type: "string" },
  samples: { type: "boolean" },
  validators: { type: "boolean" },
  format: { type: "boolean" },
} as const;

function textOf(value: string | boolean | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** How `--import-extension` may be answered. */
export const extensions: readonly ImportExtension[] = ["js", "ts", "none"];

/** `push,pull_request.opened` → its names, trimmed. A comma inside a name is written `\,`. */
export function parseEventList(text: string): readonly string[] {
  return text.split(/(?<!\\),/).map((name) => name.replaceAll("\\,", ",").trim());
}

function quote(word: string): string {
  return /^[\w.,:/@=-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

function unquote(text: string): readonly string[] {
  const words = text.match(/(?:'[^']*'|\\'|[^\s'])+/g) ?? [];
  return words.map((word) => word.replaceAll(/'([^']*)'|\\'/g, (_, inside: string | undefined) => inside ?? "'"));
}
