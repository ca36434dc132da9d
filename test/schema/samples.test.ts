import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../../src/package-root.js";
import type { Sample, SampleValue } from "../../src/schema/payload-types.js";
import { loadPayloadTypes } from "../../src/schema/load-payload-types.js";
import { tempFolder } from "../temp-folder.js";

const own = packageRoot();

async function load(provider: string, cwd: string, events: readonly string[]) {
  const { types } = await loadPayloadTypes({
    provider,
    cwd,
    events: events.map((name) => ({ name })),
    schemasDir: join(cwd, "schemas"),
    builtinDir: join(own, "schemas"),
    cacheDir: join(own, "dist/declarations"),
    listed: ["made"], samples: true,
  });
  return types;
}

function toJson(value: SampleValue, samples: ReadonlyMap<string, Sample>): unknown {
  if (typeof value !== "object" || value === null) return value;
  if ("items" in value) return value.items.map((item) => toJson(item, samples));
  if ("fields" in value) return Object.fromEntries([...value.fields].map(([key, field]) => [key, toJson(field, samples)]));
  return toJson((samples.get(value.sampleOf) as Sample).value, samples);
}

/** The sample of a user's schema, as JSON; undefined when there is none. */
async function sampleOf(schema: object): Promise<unknown> {
  const cwd = tempFolder({ "schemas/acme/made.schema.json": JSON.stringify(schema) });
  const { events, samples } = await load("acme", cwd, ["made"]);
  const sample = samples.get(events.get("made")?.payload ?? "");
  return sample && toJson(sample.value, samples);
}

it("every payload of GitHub has a sample that its schema accepts", async () => {
  const { default: schemas } = await import("../../schemas/github/definitions.json", { with: { type: "json" } });
  const { default: events } = await import("../../schemas/github/events.json", { with: { type: "json" } });
  const ajv = new Ajv({ strict: false, validateFormats: false }).addSchema({ $id: "github", ...schemas });
  const types = await load("github", tempFolder(), Object.keys(events));
  const names = [...types.events.values()].flatMap(({ payload, actions }) => [...(payload === undefined ? [] : [payload]), ...actions.values()]);
  expect(names.length).toBeGreaterThan(256);
  for (const name of names) {
    const sample = types.samples.get(name) as Sample;
    const isValid = ajv.getSchema(`github#/definitions/${name}`);
    expect({ name, valid: isValid?.(toJson(sample.value, types.samples)), errors: isValid?.errors }).toEqual({ name, valid: true, errors: null });
  }
});

describe("a sample meets its schema", () => {
  const text = { type: "string" };
  it.each<[string, object, unknown]>([
    ["only what is required", { properties: { a: text, b: text }, required: ["b"] }, { b: "b" }],
    ["everything where nothing is", { properties: { a: text, b: { type: "integer" } } }, { a: "a", b: 1 }],
    ["lengths", { properties: { ab: { ...text, minLength: 5 }, long: { ...text, maxLength: 2 } } }, { ab: "ababa", long: "lo" }],
    ["formats", { properties: { at: { ...text, format: "date-time" }, by: { ...text, format: "email" } } }, { at: "2024-01-31T12:00:00Z", by: "someone@example.com" }],
    ["bounds", { properties: { a: { type: "integer", minimum: 10 }, b: { type: "integer", exclusiveMaximum: 0 }, c: { type: "number", maximum: 0.25 } } }, { a: 10, b: -1, c: 0.25 }],
    ["steps", { properties: { a: { type: "integer", multipleOf: 7 }, b: { type: "integer", multipleOf: 5, maximum: 8 } } }, { a: 7, b: 5 }],
    ["values", { properties: { a: { enum: [null, "x"] }, b: { const: 3 }, c: { enum: [null] } } }, { a: "x", b: 3, c: null }],
    ["lists", { properties: { a: { type: "array", items: text, minItems: 2 }, b: { type: "array" }, c: { type: "array", items: [text, { type: "boolean" }] } } }, { a: ["a", "a"], b: [], c: ["c", false] }],
    ["null last", { properties: { a: { type: ["null", "string"] }, b: { anyOf: [{ type: "null" }, { type: "integer" }] } } }, { a: "a", b: 1 }],
    ["all of several", { allOf: [{ properties: { a: text } }, { $ref: "#/definitions/x" }], definitions: { x: { properties: { b: text }, required: ["b"] } } }, { a: "a", b: "b" }],
    ["a choice beside keys", { properties: { a: text }, required: ["a"], oneOf: [{ properties: { b: text }, required: ["b"] }, { properties: { c: text }, required: ["c"] }] }, { a: "a", b: "b" }],
    ["a tree", { $ref: "#/definitions/tree", definitions: { tree: { properties: { name: text, children: { type: "array", items: { $ref: "#/definitions/tree" } } }, required: ["name", "children"] } } }, { name: "name", children: [] }],
    ["a list of what leads back", { properties: { kids: { type: "array", items: { $ref: "#/definitions/kid" } } }, required: ["kids"], definitions: { kid: { properties: { of: { $ref: "#" } }, required: ["of"] } } }, { kids: [] }],
    ["names that are no names", { properties: { __proto__: undefined, ["a-b"]: text, constructor: text } }, { "a-b": "a-b", constructor: "constructor" }],
  ])("%s", async (_, schema, expected) => {
    const sample = await sampleOf(schema);
    expect(sample).toEqual(expected);
    expect(new Ajv({ strict: false, validateFormats: false }).validate(schema, sample)).toBe(true);
  });

  it.each<[string, object]>([
    ["never", { properties: { a: false }, required: ["a"] }],
    ["endless", { properties: { a: { $ref: "#" } }, required: ["a"] }],
  ])("and there is none where the schema is %s", async (_, schema) => expect(await sampleOf(schema)).toBeUndefined());

  it("and none that is huge or never ends", async () => {
    const schema = { properties: { a: { type: "string", minLength: 1e9 }, b: { type: "array", items: {}, minItems: 1e9 }, c: { type: "number", minimum: 1e308, multipleOf: 1e-308 }, d: { type: "string", pattern: "^(a+)+$", minLength: 60 } } };
    expect(JSON.stringify(await sampleOf(schema)).length).toBeLessThan(3000);
  });
});
