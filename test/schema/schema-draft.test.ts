import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { GenerateError } from "../../src/errors.js";
import { loadPayloadTypes } from "../../src/schema/load-payload-types.js";
import { tempFolder } from "../temp-folder.js";

async function print(schema: object): Promise<string> {
  const cwd = tempFolder({ "schemas/acme/push.schema.json": JSON.stringify(schema, null, 2) });
  const { types } = await loadPayloadTypes({ provider: "acme", cwd, events: [{ name: "push" }], listed: ["push"], schemasDir: join(cwd, "schemas"), builtinDir: join(cwd, "none"), cacheDir: join(cwd, "none") });
  return [...types.declarations.values()].map(({ text }) => text).join("\n").replaceAll(/\s+/g, " ");
}

const text = { type: "string" };
const DRAFTS = ["2019-09", "2020-12"].map((date) => `https://json-schema.org/draft/${date}/schema`);

describe.each(DRAFTS)("%s", ($schema) => {
  it("means what draft-07 means where both say it", async () => {
    const properties = { id: text, kind: { const: "a" }, by: { $ref: "#/$defs/user" } };
    const newer = { $schema, properties, required: ["id"], $defs: { user: { properties: { name: text } } }, dependentRequired: { kind: ["by"] } };
    const older = { $schema: "http://json-schema.org/draft-07/schema#", properties, required: ["id"], $defs: { user: { properties: { name: text } } } };
    expect(await print(newer)).toBe(await print(older));
    expect(await print(newer)).toBe('export interface PushPayload { id: string; kind?: "a"; by?: PushUser; } export interface PushUser { name?: string; }');
  });

  it("keeps what stands beside a $ref", async () => {
    const schema = { $schema, properties: { by: { $ref: "#/$defs/user", properties: { role: text }, required: ["role"] } }, $defs: { user: { properties: { name: text } } } };
    expect(await print(schema)).toContain("by?: PushUser & { role: string; };");
  });

  it.each<[string, object, string]>([
    ["tuples", { type: "array", prefixItems: [text, { type: "boolean" }], items: false }, "[string, boolean]"],
    ["tuples with a rest", { type: "array", prefixItems: [text], unevaluatedItems: { type: "number" } }, "[string, ...number[]]"],
    ["unevaluated properties of a type", { type: "object", unevaluatedProperties: text }, "{ [key: string]: string; }"],
    ["none", { properties: { a: text }, unevaluatedProperties: false }, "{ a?: string; }"],
    ["and none besides a combination", { allOf: [{ properties: { a: text } }], unevaluatedProperties: { type: "number" } }, "{ a?: string; }"],
    ["what only validates", { type: "object", properties: { a: text }, dependentSchemas: { a: { required: ["b"] } }, if: { required: ["a"] }, else: {}, minContains: 2 }, "{ a?: string; }"],
  ])("%s", async (_, x, expected) => {
    expect(await print({ $schema, properties: { x }, required: ["x"] })).toBe(`export interface PushPayload { x: ${expected}; }`);
  });

  it("is written with or without its fragment", async () => {
    expect(await print({ $schema: `${$schema}#`, properties: { by: { $ref: "#/$defs/user", properties: { role: text } } }, $defs: { user: { properties: { name: text } } } })).toContain("PushUser &");
  });
});

describe("a $schema that is not known", () => {
  it.each([
    ["https://json-schema.org/draft/2020-21/schema", 'Did you mean "https://json-schema.org/draft/2020-12/schema"?'],
    ["https://example.com/my-own", 'Use "http://json-schema.org/draft-07/schema#" or "https://json-schema.org/draft/2020-12/schema", or leave $schema out'],
    ["http://json-schema.org/draft-03/schema#", 'Did you mean "http://json-schema.org/draft-04/schema"?'],
  ])("%s is refused where it stands", async ($schema, hint) => {
    const error = await print({ $schema, type: "object" }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(GenerateError);
    expect((error as GenerateError).problems).toMatchObject([{ code: "unknown-draft", hint, at: { file: "schemas/acme/push.schema.json", line: 2, column: 14 } }]);
  });

  it.each(["http://json-schema.org/draft-04/schema#", "http://json-schema.org/draft-06/schema", "https://json-schema.org/draft-07/schema#"])("%s is", async ($schema) => {
    expect(await print({ $schema, properties: { a: text } })).toBe("export interface PushPayload { a?: string; }");
  });
});
