import { expect, it } from "vitest";
import { printValue } from "../src/emit/print-value.js";
import { toShape } from "../src/emit/to-shape.js";
import { readTypeShapes } from "../src/read-type-shapes.js";
import { evaluate } from "./emit/evaluate.js";

/** The shape of a type, as a validator is given it. */
function shapeOf(type: string): unknown {
  const shape = readTypeShapes(`export type A = ${type};`).get("A");
  return shape && plain(evaluate(printValue(toShape(shape))));
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries((value as { entries: [string, unknown][] }).entries.map(([key, entry]) => [key, plain(entry)]));
}

it.each<readonly [string, unknown]>([
  ["string", "string"],
  ["unknown", "unknown"],
  ["never", "unknown"],
  [`"open" | "closed"`, "string"],
  [`"open" | -1 | true | null`, ["string", "number", "boolean", "null"]],
  ["(string | null)[]", { items: ["string", "null"] }],
  ["[string, ...number[]]", { items: ["string", "number"] }],
  ["[string, unknown]", { items: "unknown" }],
  ["User | unknown", "unknown"],
  ["Partial<User>", "User"],
  ["User & { role: string }", { all: ["User", { fields: { role: "string" } }] }],
  [`{ id?: number; "a-b": User; any: unknown }`, { fields: { id: "number", "a-b": "User" } }],
  ["{ [key: string]: number }", { fields: {}, others: "number" }],
  ["{ id: unknown; [key: string]: string }", { fields: { id: "unknown" }, others: "string" }],
  ["{ id: string; [key: string]: unknown }", { fields: { id: "string" } }],
  ["`${string}`", "unknown"],
  ["Map<string, User>", "unknown"],
])("%s", (type, shape) => expect(shapeOf(type)).toEqual(shape));

it("reads interfaces and aliases, and nothing else", () => {
  const text = `import type { C } from "./c.js";\nexport interface A { b: B }\nexport type B = string;\ntype Hidden = 1;\nexport const c = 1;\n`;
  expect([...readTypeShapes(text).keys()]).toEqual(["A", "B"]);
});
