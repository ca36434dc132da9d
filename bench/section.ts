import type { Timing } from "./round-robin.js";

/** What one part of the benchmarks found. */
export interface Section {
  readonly title: string;
  /** What was measured, in a sentence or two. */
  readonly about: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly targets: readonly Target[];
  /** The rows that the README quotes, ours first: by the names in the table, and the column of the figure. */
  readonly quote?: { readonly what: string; readonly column: number; readonly names: readonly string[] };
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

/** Timings as rows, in microseconds; `what` was timed stands in the first. */
export function toRows(what: string, timed: readonly Timing[]): string[][] {
  return timed.map(({ name, micros, ratio, median }, index) => [index === 0 ? what : "", name, figure(micros), figure(ratio), figure(median)]);
}
