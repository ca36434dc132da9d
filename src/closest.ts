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

// Letters added, left out, replaced, or two neighbours swapped (optimal string alignment).
function editDistance(from: string, to: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      const replace = (previous[column - 1] ?? 0) + (same ? 0 : 1);
      const swap = swapped ? (beforePrevious[column - 2] ?? 0) + 1 : replace;
      current.push(Math.min(replace, swap, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[to.length] ?? 0;
}
