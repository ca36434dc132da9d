import { Ajv } from "ajv";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inferSchema } from "../../src/import/infer-schema.js";
import { parseJson } from "../../src/schema/parse-json.js";

function infer(...payloads: readonly unknown[]): Record<string, unknown> {
  const { $schema: _, $comment: __, description: ___, ...schema } = inferSchema(payloads.map((payload) => parseJson(typeof payload === "string" ? payload : JSON.stringify(payload))));
  return schema;
}

/** The schema of one field, from its values in as many payloads. */
function inferField(...values: readonly unknown[]): unknown {
  return (infer(...values.map((x) => ({ x })))["properties"] as { readonly x: unknown }).x;
}

describe("a schema from payloads", () => {
  it.each<[string, readonly unknown[], unknown]>([
    ["whole numbers", [1, -2], { type: "integer" }],
    ["numbers", [1, 2.5], { type: "number" }],
    ["booleans", [true, false], { type: "boolean" }],
    ["null only", [null], { type: "null" }],
    ["null at times", [null, 1], { type: ["integer", "null"] }],
    ["several types", ["a", 1, true], { type: ["string", "integer", "boolean"] }],
    ["a list of nothing", [[]], { type: "array" }],
    ["a list, and empty ones", [[], [1], ["a"]], { type: "array", items: { type: ["integer", "string"] } }],
    ["an object of nothing", [{}], { type: "object" }],
    ["keys that some lack", [{ a: 1, b: 2 }, { b: 3 }], { type: "object", properties: { a: { type: "integer" }, b: { type: "integer" } }, required: ["b"] }],
    ["an object or its id", [{ id: "x" }, "x"], { type: ["object", "string"], properties: { id: { type: "string" } }, required: ["id"] }],
    ["objects in lists", [[{ a: 1 }], [{ b: 1 }]], { type: "array", items: { type: "object", properties: { a: { type: "integer" }, b: { type: "integer" } } } }],
  ])("of %s", (_, values, expected) => expect(inferField(...values)).toEqual(expected));

  it("tells a number that is written as one from a whole number", () => {
    expect(infer('{"x":1.0}', '{"x":2}')).toMatchObject({ properties: { x: { type: "number" } } });
  });

  it.each<[string, readonly string[], string | undefined]>([
    ["times", ["2024-02-29T12:00:00Z", "2024-01-01T00:00:00.123+02:00"], "date-time"],
    ["days", ["2024-02-29"], "date"],
    ["UUIDs", ["123e4567-e89b-12d3-a456-426614174000"], "uuid"],
    ["web addresses", ["https://example.com/a?b=c", "http://example.com"], "uri"],
    ["mail addresses", ["a.b+c@mail.example.com"], "email"],
    ["days that there are not", ["2023-02-29"], undefined],
    ["times without a zone", ["2024-02-29T12:00:00"], undefined],
    ["a time and a text", ["2024-02-29T12:00:00Z", "soon"], undefined],
    ["what is empty at times", ["https://example.com", ""], undefined],
    ["what only looks like an address", ["mailto:a", "a@b", "https://"], undefined],
  ])("sees the format of %s only when it is sure", (_, values, format) => {
    expect(inferField(...values)).toEqual({ type: "string", ...(format !== undefined && { format }) });
  });

  it.each<[string, readonly string[], readonly string[] | undefined]>([
    ["three words that come back", ["open", "paid", "void", "paid", "open", "void"], ["open", "paid", "void"]],
    ["two words", ["open", "paid", "open", "paid"], undefined],
    ["one word", ["open", "open", "open", "open"], undefined],
    ["words that came once", ["open", "paid", "void"], undefined],
    ["a word that came once", ["open", "open", "paid", "paid", "void"], undefined],
    ["ids that come back", ["evt_1", "evt_2", "evt_3", "evt_1", "evt_2", "evt_3"], undefined],
    ["sentences", ["To do", "In work", "All done", "To do", "In work", "All done"], undefined],
    ["many words", Array.from("abcdefghijklmnop").flatMap((letter) => [letter, letter]), undefined],
  ])("closes the values of %s only when it is sure", (_, values, closed) => {
    expect(inferField(...values)).toEqual({ type: "string", ...(closed && { enum: closed }) });
  });

  it("keeps keys that are no names", () => {
    const schema = infer('{"__proto__":1,"constructor":"x","a b":null}');
    expect(Object.keys(schema["properties"] as object)).toEqual(["__proto__", "constructor", "a b"]);
  });

  it("takes payloads with and without a key that every object inherits", () => {
    const ajv = new Ajv({ strict: false, ownProperties: true });
    const isValid = ajv.compile(inferSchema(["{}", '{"toString":""}'].map(parseJson)));
    expect([{}, { toString: "" }, { toString: 1 }].map((payload) => isValid(payload))).toEqual([true, true, false]);
  });

  it("takes every payload it was made of", () => {
    // Keys like "toString" are inherited by every object: only own ones count.
    const ajv = new Ajv({ strict: false, validateFormats: false, ownProperties: true });
    fc.assert(
      fc.property(fc.array(fc.jsonValue({ maxDepth: 4 }), { minLength: 1, maxLength: 5 }), (payloads) => {
        const texts = payloads.map((payload) => JSON.stringify(payload));
        const isValid = ajv.compile(inferSchema(texts.map(parseJson)));
        for (const text of texts) expect(isValid(JSON.parse(text))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
