import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printSample } from "../../src/emit/print-sample.js";
import { printValue } from "../../src/emit/print-value.js";
import { runtimeNames } from "../../src/emit/runtime-names.js";
import type { SampleValue } from "../../src/model/handler-model.js";
import type { SpecValue } from "../../src/model/spec-value.js";
import { evaluate } from "./evaluate.js";
import { hostileText } from "./hostile-text.js";

const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })).map((value) => value + 0);
const name = fc.constantFrom("hmac", "header", "body");

/** A spec's value, and what it should be once printed and read again. */
const spec = fc.letrec<{ value: SpecValue }>((tie) => {
  const values = fc.array(tie("value"), { maxLength: 4 });
  return {
    value: fc.oneof(
      { maxDepth: 3 },
      hostileText,
      number,
      fc.boolean(),
      fc.record({ reference: name }),
      values,
      fc.record({ entries: fc.array(fc.tuple(hostileText, tie("value")), { maxLength: 4 }).map((entries) => new Map(entries)) }),
      fc.record({ call: name, arguments: values }),
    ),
  };
}).value;

function meant(value: SpecValue): unknown {
  if (typeof value !== "object" || "reference" in value) return value;
  if ("call" in value) return { call: { reference: value.call }, arguments: value.arguments.map(meant) };
  return "map" in value ? value.map(meant) : { entries: [...value.entries].map(([key, entry]) => [key, meant(entry)]) };
}

describe("a spec's value", () => {
  it("is printed as TypeScript that means the same, wherever its lines break", () => {
    fc.assert(
      fc.property(spec, fc.nat(110), (value, before) => {
        expect(evaluate(printValue(value, " ".repeat(before)))).toEqual(meant(value));
      }),
      { numRuns: 1000 },
    );
  });

  it("has every name that it mentions imported, and no other", () => {
    fc.assert(
      fc.property(spec, (value) => {
        const printed = printValue(value).replaceAll(/"(?:[^"\\]|\\.)*"/g, "").match(/\b(?:hmac|header|body)\b(?!:)/g) ?? [];
        expect(runtimeNames(value).toSorted()).toEqual(printed.toSorted());
      }),
      { numRuns: 1000 },
    );
  });

  it.each<[string, SpecValue, string]>([
    ["a call with options", { call: "header", arguments: ["x-sig", { entries: new Map([["prefix", "v1="]]) }] }, 'header("x-sig", { prefix: "v1=" })'],
    ["a reference among texts", ["v0:", { reference: "timestamp" }, ":", { reference: "body" }], '["v0:", timestamp, ":", body]'],
    ["no options at all", { entries: new Map() }, "{}"],
  ])("reads well: %s", (_, value, text) => expect(printValue(value)).toBe(text));

  it("is broken inside the parentheses of its call", () => {
    const long = { call: "hmac", arguments: [{ entries: new Map([["signature", "s".repeat(60)], ["content", "c".repeat(40)]]) }] };
    expect(printValue(long, "    verify: ")).toBe(`hmac({\n  signature: "${"s".repeat(60)}",\n  content: "${"c".repeat(40)}",\n})`);
  });
});

const sample = fc.letrec<{ value: SampleValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    hostileText,
    number,
    fc.boolean(),
    fc.constant(null),
    fc.record({ sampleOf: fc.constantFrom("User", "PushPayload") }),
    fc.record({ items: fc.array(tie("value"), { maxLength: 3 }) }),
    fc.record({ fields: fc.array(fc.tuple(hostileText, tie("value")), { maxLength: 3 }).map((fields) => new Map(fields)) }),
  ),
})).value;

const functions = new Map([["User", "someUser"], ["PushPayload", "pushSample"]]);

function sampled(value: SampleValue): unknown {
  if (typeof value !== "object" || value === null) return value;
  if ("items" in value) return value.items.map(sampled);
  if ("fields" in value) return { entries: [...value.fields].map(([key, field]) => [key, sampled(field)]) };
  return { call: { reference: functions.get(value.sampleOf) }, arguments: [] };
}

describe("a sample", () => {
  it("is printed as TypeScript that means the same", () => {
    fc.assert(
      fc.property(sample, (value) => {
        expect(evaluate(printSample(value, functions))).toEqual(sampled(value));
      }),
      { numRuns: 1000 },
    );
  });

  it("has what overrides it behind its fields", () => {
    expect(printSample({ fields: new Map([["a", { items: [1, { fields: new Map() }] }]]) }, functions, ["...overrides"])).toBe("{\n  a: [1, {}],\n  ...overrides,\n}");
  });
});
