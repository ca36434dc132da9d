import { join } from "node:path";
import { expect, it } from "vitest";
import { packageRoot } from "../../src/package-root.js";
import type { Sample, SampleValue } from "../../src/schema/payload-types.js";
import { sampleBuiltin } from "../../src/schema/sample-builtin.js";
import { samplesFromText, samplesToText } from "../../src/schema/samples-as-text.js";

it("samples are the same after they were text", async () => {
  const samples = await sampleBuiltin(join(packageRoot(), "schemas/github"));
  expect(samples.size).toBeGreaterThan(400);
  expect(samplesFromText(samplesToText(samples))).toEqual(samples);
});

it("a field may have any name", () => {
  const fields = new Map<string, SampleValue>([["fields", 1], ["items", "two"], ["__proto__", null], ["sampleOf", true]]);
  const samples = new Map<string, Sample>([["fields", { value: { items: [{ fields }, { sampleOf: "fields" }] }, isPlain: true }]]);
  expect(samplesFromText(samplesToText(samples))).toEqual(samples);
});
