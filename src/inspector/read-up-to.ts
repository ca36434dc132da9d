import type { Readable } from "node:stream";

/** The first bytes of a stream, and whether there were more. What is left is not read. */
export async function readUpTo(stream: Readable, most: number): Promise<{ readonly bytes: Uint8Array; readonly isCut: boolean }> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > most) return { bytes: Buffer.concat(chunks).subarray(0, most), isCut: true };
  }
  return { bytes: Buffer.concat(chunks), isCut: false };
}
