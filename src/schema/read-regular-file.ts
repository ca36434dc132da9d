import { constants } from "node:fs";
import { open } from "node:fs/promises";

const MAX_BYTES = 16 * 1024 * 1024;

/** The bytes of a regular file of at most 16 MiB; undefined for anything else that stands there. Throws what the system says when it cannot be opened. */
export async function readRegularFile(path: string): Promise<Uint8Array | undefined> {
  // Not blocking: a named pipe must not hang the command.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stat = await file.stat();
    return stat.isFile() && stat.size <= MAX_BYTES ? await file.readFile() : undefined;
  } finally {
    await file.close();
  }
}
