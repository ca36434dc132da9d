/** One array of several, uncopied when there is only one. */
export function joinChunks(chunks: readonly Uint8Array[], size: number): Uint8Array {
  if (chunks.length === 1) return chunks[0] as Uint8Array;
  const joined = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    joined.set(chunk, at);
    at += chunk.length;
  }
  return joined;
}

/** Pieces side by side as bytes; text counts as UTF-8. */
export function joinBytes(pieces: readonly (string | Uint8Array)[]): Uint8Array {
  const chunks = pieces.map((piece) => (typeof piece === "string" ? new TextEncoder().encode(piece) : piece));
  return joinChunks(chunks, chunks.reduce((size, chunk) => size + chunk.length, 0));
}
