import { join } from "node:path";
import { readSmallFile } from "./read-small-file.js";
import { sealState } from "./seal.js";
import { typeScriptFiles } from "./typescript-files.js";

/** The texts of the files in a folder that the generator wrote, edited or not, by name. */
export async function readGenerated(folder: string): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const name of await typeScriptFiles(folder)) {
    const text = await readSmallFile(join(folder, name));
    if (text !== undefined && sealState(text) !== "foreign") texts.set(name, text);
  }
  return texts;
}
