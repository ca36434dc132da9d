import { join } from "node:path";
import { readSmallFile } from "./read-small-file.js";
import { sealState } from "./seal.js";
import { typeScriptFiles } from "./typescript-files.js";

/** What the generator wrote into a folder, as it stands. */
export interface GeneratedTexts {
  /** By the file's name. */
  readonly texts: ReadonlyMap<string, string>;
  /** Names of those that someone edited since. */
  readonly edited: readonly string[];
}

/** Reads the files in a folder that the generator wrote, edited or not. */
export async function readGenerated(folder: string): Promise<GeneratedTexts> {
  const texts = new Map<string, string>();
  const edited: string[] = [];
  for (const name of await typeScriptFiles(folder)) {
    const text = await readSmallFile(join(folder, name));
    const state = text === undefined ? "foreign" : sealState(text);
    if (text === undefined || state === "foreign") continue;
    texts.set(name, text);
    if (state === "edited") edited.push(name);
  }
  return { texts, edited };
}
