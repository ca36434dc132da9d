import type { Argument, Command, Option } from "commander";
import { completeNames, type NameKind } from "./complete-names.js";
import type { Io } from "./io.js";
import { plainText } from "./plain-text.js";
import { readWhere } from "./where.js";

/** What the last word can become. */
export interface Completion {
  readonly word: string;
  /** One line; may be empty. */
  readonly description: string;
}

/** What can come next on a command line, by what the program itself knows of its commands. Nothing where a file can stand. Never throws. */
export async function completeWords(words: readonly string[], program: Command, io: Io): Promise<readonly Completion[]> {
  const current = words.at(-1) ?? "";
  const line = readLine(words.slice(0, -1), program);
  const found = await candidates(line, current, io).catch(() => []);
  const shown = found.map(({ word, description }) => ({ word, description: plainText(description).replaceAll(/\s+/g, " ") }));
  // What a shell or a terminal could obey stays out of it.
  return shown.filter(({ word }) => word.startsWith(current) && /^[\w.,:/@+-]+$/.test(word));
}

/** A command line as far as it is written. */
interface Line {
  readonly program: Command;
  readonly command: Command;
  readonly operands: readonly string[];
  readonly values: ReadonlyMap<string, string>;
  /** The option whose value comes next. */
  readonly pending: Option | undefined;
  /** After `--` there is no option. */
  readonly hasEnded: boolean;
}

function readLine(words: readonly string[], program: Command): Line {
  let command = program;
  let pending: Option | undefined;
  let hasEnded = false;
  const operands: string[] = [];
  const values = new Map<string, string>();
  for (const word of words) {
    if (pending !== undefined) {
      values.set(pending.attributeName(), word);
      pending = undefined;
    } else if (word === "--") hasEnded = true;
    else if (!hasEnded && word.startsWith("-")) pending = optionsOf(command, program).find((one) => (one.short === word || one.long === word) && (one.required || one.optional));
    else if (command === program) command = program.commands.find((one) => one.name() === word) ?? program;
    else operands.push(word);
  }
  return { program, command, operands, values, pending, hasEnded };
}

async function candidates(line: Line, current: string, io: Io): Promise<readonly Completion[]> {
  const { program, command, operands, pending } = line;
  if (pending !== undefined) return pending.argChoices ? pending.argChoices.map(bare) : names(KINDS_OF_OPTIONS[pending.attributeName()], line, current, io);
  if (current.startsWith("-") && !line.hasEnded) {
    return optionsOf(command, program).filter(({ hidden, long }) => !hidden && long !== undefined).map((one) => ({ word: one.long ?? "", description: one.description }));
  }
  if (command === program) return commandsOf(program);
  const argument = argumentAt(command.registeredArguments, operands.length);
  if (argument?.argChoices) return argument.argChoices.map(bare);
  if (argument?.name() === "command") return commandsOf(program);
  return names(KINDS_OF_ARGUMENTS[argument?.name() ?? ""], line, current, io);
}

const KINDS_OF_ARGUMENTS: Readonly<Record<string, NameKind>> = { provider: "provider", providers: "provider", event: "event" };

const KINDS_OF_OPTIONS: Readonly<Record<string, NameKind>> = { webhook: "webhook", events: "event list", event: "event" };

async function names(kind: NameKind | undefined, { operands, values }: Line, current: string, io: Io): Promise<readonly Completion[]> {
  if (kind === undefined) return [];
  const where = readWhere({ ...textOf("cwd", values), ...textOf("providersDir", values) }, io);
  const found = await completeNames(kind, { provider: operands[0], current, where });
  // An event may be called `--cwd`: on a command line it would be the option.
  return found.filter((name) => !name.startsWith("-")).map(bare);
}

function textOf(name: string, values: ReadonlyMap<string, string>): Readonly<Record<string, string>> {
  const value = values.get(name);
  return value === undefined ? {} : { [name]: value };
}

function argumentAt(all: readonly Argument[], index: number): Argument | undefined {
  const last = all.at(-1);
  return all[index] ?? (last?.variadic ? last : undefined);
}

/** A command's own options, then those of the program. Both have --help. */
function optionsOf(command: Command, program: Command): readonly Option[] {
  const all = [command, program].flatMap((one) => one.createHelp().visibleOptions(one));
  return [...new Map(all.map((option) => [option.long, option])).values()];
}

function commandsOf(program: Command): readonly Completion[] {
  return program.createHelp().visibleCommands(program).map((one) => ({ word: one.name(), description: one.description() }));
}

function bare(word: string): Completion {
  return { word, description: "" };
}
