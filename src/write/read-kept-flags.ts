import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { type Kept, type KeptFlags, readCommand } from "../flags.js";
import { readSmallFile } from "./read-small-file.js";
import { sealState } from "./seal.js";
import { isSharedFile } from "./shared-file.js";
import { shownPath } from "./shown-path.js";
import { typeScriptFiles } from "./typescript-files.js";
import { writtenAs } from "./written-as.js";

/**
 * What the generated files of a provider were made with, by webhook. Empty when there are none, or none that can be
 * read: whatever is wrong with the folder is said when the files are planned.
 */
export async function readKeptFlags({ output, cwd }: Folders, provider: string): Promise<KeptFlags> {
  const names = await typeScriptFiles(join(output, provider)).catch(() => []);
  const files = names.filter((name) => !isSharedFile(name)).map((name) => `${provider}/${name}`);
  const kept = await Promise.all(files.map(async (file) => [webhookOf(file), await readFlags({ output, cwd }, file)] as const));
  return new Map(kept.filter((entry): entry is [string, Kept] => entry[1] !== undefined));
}

/** The providers that have generated files below the output folder, by name. */
export async function generatedProviders(where: Folders): Promise<readonly string[]> {
  const entries = await readdir(where.output, { withFileTypes: true }).catch(() => []);
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name).toSorted();
  const kept = await Promise.all(folders.map((folder) => readKeptFlags(where, folder)));
  return folders.filter((_, index) => (kept[index]?.size ?? 0) > 0);
}

/** Both absolute. */
interface Folders {
  readonly output: string;
  readonly cwd: string;
}

function webhookOf(file: string): string {
  const name = file.slice(file.indexOf("/") + 1, -".ts".length);
  return name === "handler" ? "default" : name;
}

async function readFlags({ output, cwd }: Folders, file: string): Promise<Kept | undefined> {
  const path = join(output, file);
  const text = await readSmallFile(path).catch(() => undefined);
  // A copy that someone made has no say.
  if (text === undefined || sealState(text) === "foreign" || (writtenAs(text) ?? file) !== file) return undefined;
  const flags = readCommand(text);
  return flags && { ...flags, at: { file: shownPath(cwd, path), line: 2 } };
}
