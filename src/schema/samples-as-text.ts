import type { Sample, SampleValue } from "./payload-types.js";

type Samples = ReadonlyMap<string, Sample>;

/** Samples as JSON. The names of fields become values in it, so that no field can be taken for a key of ours. */
export function samplesToText(samples: Samples): string {
  return JSON.stringify(samples, (_, value: unknown) => (value instanceof Map ? [...value] : value));
}

/** The samples that `samplesToText` wrote. */
export function samplesFromText(text: string): Samples {
  const revive = (key: string, value: unknown): unknown => (key === "fields" ? new Map(value as [string, SampleValue][]) : value);
  return new Map(JSON.parse(text, revive) as [string, Sample][]);
}
