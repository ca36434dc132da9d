/** What many answers have in common. Durations in milliseconds. */
export interface Tally {
  readonly sent: number;
  readonly statuses: Readonly<Record<string, number>>;
  readonly p50: number;
  readonly p95: number;
}

/** Counts answers by status; half of them took at most `p50`, 95 of 100 at most `p95`. */
export function tally(answers: readonly { readonly status: number; readonly duration: number }[]): Tally {
  const statuses: Record<string, number> = {};
  for (const { status } of answers) statuses[status] = (statuses[status] ?? 0) + 1;
  const sorted = answers.map(({ duration }) => duration).toSorted((a, b) => a - b);
  return { sent: answers.length, statuses, p50: rank(sorted, 0.5), p95: rank(sorted, 0.95) };
}

function rank(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
