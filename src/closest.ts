import { editDistance } from "./edit-distance.js";

/** The candidate that `word` is most likely a misspelling of, or undefined when none is near. Upper and lower case count as equal. */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  // A hostile word could be a megabyte long; nothing that long is a typing mistake.
  if (word.length > 64) return undefined;
  let best: string | undefined;
  // One mistake in three letters.
  let bestDistance = Math.floor(word.length / 3) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}
