import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Flags, type KeptFlags, readCommand } from "../flags.js";
import { sealState } from "./seal.js";
import { typeScriptFiles } from "./typescript-files.js";

/** Files that belong to no single webhook. */
const SHARED: ReadonlySet<string> = new Set(["payloads.ts", "samples.ts"]);

/**
 * What the generated files of a provider were made with, by webhook. Empty when there are none, or none that can be
 * read: whatever is wrong with the folder is said when the files are planned.
 */
export async function readKeptFlags(output: string, provider: string): Promise<KeptFlags> {
  const folder = join(output, provider);
  const files = (await typeScriptFiles(folder).catch(() => [])).filter((file) => !SHARED.has(file));
  const kept = await Promise.all(files.map(async (file) => [webhookOf(file), await readFlags(join(folder, file))] as const));
  return new Map(kept.filter((entry): entry is [string, Flags] => entry[1] !== undefined));
}

/** The providers that have generated files below the output folder, by name. */
export async function generatedProviders(output: string): Promise<readonly string[]> {
  const entries = await readdir(output, { withFileTypes: true }).catch(() => []);
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name).toSorted();
  const kept = await Promise.all(folders.map((folder) => readKeptFlags(output, folder)));
  return folders.filter((_, index) => (kept[index]?.size ?? 0) > 0);
}

function webhookOf(file: string): string {
  return file === "handler.ts" ? "default" : file.slice(0, -".ts".length);
}

async function readFlags(path: string): Promise<Flags | undefined> {
  const text = await readFile(path, "utf8").catch(() => "");
  return sealState(text) === "foreign" ? undefined : readCommand(text);
}
