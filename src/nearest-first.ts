import { editDistance } from "./edit-distance.js";

/** The candidates, those first that have the word or a part of it in them, then by how little must be changed: nearest first, none left out. */
export function nearestFirst(word: string, candidates: readonly string[]): readonly string[] {
  // A hostile word could be a megabyte long; nothing that long is near to anything.
  if (word.length > 64) return candidates;
  const wanted = word.toLowerCase();
  const parts = wanted.split(/[^a-z0-9]+/).filter((part) => part.length > 2);
  const ranked = candidates.map((candidate) => ({ candidate, ...nearness(wanted, parts, candidate.toLowerCase()) }));
  return ranked.toSorted((a, b) => a.strangeness - b.strangeness || a.distance - b.distance).map(({ candidate }) => candidate);
}

interface Nearness {
  /** 0: one is in the other; 1: they share a part; 2: neither. */
  readonly strangeness: 0 | 1 | 2;
  readonly distance: number;
}

function nearness(wanted: string, parts: readonly string[], candidate: string): Nearness {
  const isInside = wanted !== "" && (candidate.includes(wanted) || (candidate.length > 2 && wanted.includes(candidate)));
  const strangeness = isInside ? 0 : parts.some((part) => candidate.includes(part)) ? 1 : 2;
  return { strangeness, distance: candidate.length > 64 ? Number.POSITIVE_INFINITY : editDistance(wanted, candidate) };
}
