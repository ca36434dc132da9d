import type { SchemaLimits } from "./clean-schema.js";

/** An example number within its limits, the nearest to 1. */
export function sampleNumber(limits: SchemaLimits, isInteger: boolean): number {
  const step = limits.multipleOf !== undefined && limits.multipleOf > 0 ? limits.multipleOf : isInteger ? 1 : 0;
  const gap = step > 0 ? step : 0.5;
  const lowest = Math.max(limits.minimum ?? -Infinity, (limits.exclusiveMinimum ?? -Infinity) + gap);
  const highest = Math.min(limits.maximum ?? Infinity, (limits.exclusiveMaximum ?? Infinity) - gap);
  const wanted = Math.min(Math.max(1, lowest), highest);
  if (step === 0) return Number.isFinite(wanted) ? wanted : 1;
  const above = Math.ceil(wanted / step) * step;
  const nearest = above > highest ? Math.floor(wanted / step) * step : above;
  // Limits that nothing meets, or beyond what a number holds: any number is as good.
  return Number.isFinite(nearest) ? nearest : 1;
}
