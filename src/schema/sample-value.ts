import type { PayloadTypes, SampleValue } from "./payload-types.js";
import { WorkBudget } from "./work-budget.js";

/** The sample of a declaration as a JSON value; undefined when it has none, or none that a machine could hold. */
export function sampleValue(name: string, samples: PayloadTypes["samples"]): unknown {
  const sample = samples.get(name);
  const budget = new WorkBudget(MOST_VALUES);
  const value = sample && whole(sample.value, samples, budget);
  return budget.spend(0) ? value : undefined;
}

/** Samples that stand in samples that stand in samples can be written to fill any disk. */
const MOST_VALUES = 1_000_000;

function whole(value: SampleValue, samples: PayloadTypes["samples"], budget: WorkBudget): unknown {
  if (!budget.spend(1) || typeof value !== "object" || value === null) return value;
  if ("items" in value) return value.items.map((item) => whole(item, samples, budget));
  // Makes own properties even of `__proto__`.
  if ("fields" in value) return Object.fromEntries([...value.fields].map(([key, field]) => [key, whole(field, samples, budget)]));
  const named = samples.get(value.sampleOf);
  return named ? whole(named.value, samples, budget) : null;
}
