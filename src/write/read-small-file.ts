import { readFile, stat } from "node:fs/promises";
import { ifExists } from "./if-exists.js";

/** Bytes that no generated file has: what is larger is nobody's but the user's, and is not read to find out. */
export const LARGEST_FILE: number = 20 * 1024 * 1024;

/** The text of a regular file of at most so many bytes; undefined when nothing, or anything else, stands there. */
export async function readSmallFile(path: string, limit: number = LARGEST_FILE): Promise<string | undefined> {
  const entry = await ifExists(stat(path));
  // A pipe or a device would never end.
  if (entry === undefined || !entry.isFile() || entry.size > limit) return undefined;
  return ifExists(readFile(path, "utf8"));
}
