/** What one part of the benchmarks found. */
export interface Section {
  readonly title: string;
  /** What was measured, in a sentence or two. */
  readonly about: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly targets: readonly Target[];
}

/** A promise, and what came of it. */
export interface Target {
  readonly what: string;
  readonly atMost: number;
  readonly measured: number;
  /** `× floor`, `kB` … */
  readonly unit: string;
}

/** A number with as many decimals as say something. */
export function figure(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString("en-US") : value.toFixed(value >= 10 ? 1 : 2);
}
