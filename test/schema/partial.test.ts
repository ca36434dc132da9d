import { expect, it } from "vitest";
import { buildSamples } from "../../src/schema/build-samples.js";
import { compileBuiltin } from "../../src/schema/compile-builtin.js";
import { readBuiltinDefinitions } from "../../src/schema/read-builtin-definitions.js";
import { tempFolder } from "../temp-folder.js";

const ORDER = { type: "object", properties: { id: { type: "string" } }, required: ["id"] };
const PART = { type: "object", "x-partial-of": { $ref: "#/definitions/Order" } };

function folderOf(definitions: object): string {
  return tempFolder({ "definitions.json": JSON.stringify({ definitions }) });
}

it("prints what any keys of another object may be as its Partial", async () => {
  const folder = folderOf({ Change: { type: "object", properties: { before: PART }, required: ["before"] }, Order: ORDER });
  const [change] = await compileBuiltin(folder);
  expect(change).toEqual({ name: "Change", text: "export interface Change {\n  before: Partial<Order>;\n}", references: ["Order"] });
});

it("gives such an object a sample that any Partial takes", async () => {
  const folder = folderOf({ Change: { type: "object", properties: { before: PART }, required: ["before"] }, Order: ORDER });
  const samples = buildSamples(await readBuiltinDefinitions(folder));
  expect(samples.get("Change")?.value).toEqual({ fields: new Map([["before", { fields: new Map() }]]) });
});

it("refuses a type that is nothing but a part of itself", async () => {
  const folder = folderOf({ Order: { type: "object", "x-partial-of": { $ref: "#/definitions/Order" } } });
  await expect(compileBuiltin(folder)).rejects.toMatchObject({ problems: [{ code: "reference-cycle" }] });
});

it("prints a key that is never there, by which a union narrows", async () => {
  const [message] = await compileBuiltin(folderOf({ Message: { type: "object", properties: { subtype: { not: {} } } } }));
  expect(message?.text).toBe("export interface Message {\n  subtype?: never;\n}");
});
