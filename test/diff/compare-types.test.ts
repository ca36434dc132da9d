import { describe, expect, it } from "vitest";
import { compareTypes } from "../../src/diff/compare-types.js";
import { printShape } from "../../src/diff/print-shape.js";
import { readTypeShapes } from "../../src/read-type-shapes.js";

/** What changed from one type to another, of which other declarations may be part. */
function compare(before: string, after: string, declared = ""): readonly string[] {
  const [old, now] = [before, after].map((type) => readTypeShapes(`export type A = ${type};\n${declared}`)) as [ReturnType<typeof readTypeShapes>, ReturnType<typeof readTypeShapes>];
  return compareTypes("A", old, now).map(({ change, kind, name, from, to, breaking }) => `${change} ${kind} ${name} ${from ?? "-"} ${to ?? "-"}${breaking ? " breaking" : ""}`);
}

describe("what is no change", () => {
  it.each([
    ["the order of a union", `"a" | "b" | null`, `null | "b" | "a"`, ""],
    ["the order of fields", "{ a: string; b: number }", "{ b: number; a: string }", ""],
    ["a name for what was written out", "{ u: { id: number } }", "{ u: U }", "export interface U { id: number }"],
    ["another name of the same", "{ u: U; v: U | null }", "{ u: V; v: V | null }", "export interface U { id: number }\nexport interface V { id: number }"],
    ["another name of what holds itself", "U", "V", "export interface U { next?: U }\nexport interface V { next?: V }"],
  ])("%s", (_, before, after, declared) => expect(compare(before, after, declared)).toEqual([]));
});

describe("what is", () => {
  const CHANGES: readonly (readonly [before: string, after: string, changes: readonly string[], declared?: string])[] = [
    ["string", "number", ["changed type A string number breaking"]],
    ["string", `"a" | "b"`, [`changed type A string "a" | "b" breaking`]],
    [`"a"`, `"a" | "b"`, [`changed type A "a" "a" | "b"`]],
    [`"a"`, `"a" | 1`, [`changed type A "a" "a" | 1 breaking`]],
    [`"a" | "b"`, "string", [`changed type A "a" | "b" string breaking`]],
    ["string | null", "string", ["changed type A null | string string breaking"]],
    ["{ [key: string]: string }", "{ [key: string]: number }", ["changed field A.* string number breaking"]],
    ["{ [key: string]: string; id: number }", "{ id: number }", ["removed field A.* - - breaking"]],
    [`{ "a.b": string }`, `{ "a.b": number }`, [`changed field A."a.b" string number breaking`]],
    ["{ a: { b: string } | null }", "{ a: { b: string; c: string } | null }", ["added field A.a.c - -"]],
    ["[string, number]", "[string, ...number[]]", ["changed type A [string, number] [string, ...number[]] breaking"]],
    ["Partial<U>", "U", ["changed type A Partial<U> U breaking"], "export interface U { id: number }"],
    ["U & { a: string }", "U & { a: number }", ["changed type A U & { a: string } U & { a: number } breaking"], "export interface U { id: number }"],
    ["{ a: string; b: U[]; c: U }", "{ a?: number; b: V[]; c: V }", ["changed field A.a required optional breaking", "changed field A.a string number breaking", "removed field A.b[].id - - breaking", "added field A.b[].key - -"], "export interface U { id: number }\nexport interface V { key: number }"],
  ];

  it.each(CHANGES.map(([before, after, changes, declared = ""]) => [before, after, changes, declared] as const))("%s → %s", (before, after, changes, declared) => expect(compare(before, after, declared)).toEqual(changes));
});

it("types whose every name changed are compared once each", () => {
  const chain = (letter: string): string => Array.from({ length: 40 }, (_, at) => `export interface ${letter}${at} { a: ${letter}${at + 1}; b: ${letter}${at + 1} }`).join("\n");
  const ends = "export interface U40 { end: string }\nexport interface V40 { end: number }";
  expect(compare("U0", "V0", `${chain("U")}\n${chain("V")}\n${ends}`)).toHaveLength(1);
});

it.each([`(string | null)[]`, `[string, ...number[]]`, `{ "a-b"?: User; [key: string]: unknown }`, "User & { a: string }", "Partial<User>", "-1"])("%s is printed as it is written", (type) => {
  const shape = readTypeShapes(`export type A = ${type};`).get("A");
  expect(shape && printShape(shape)).toBe(type.replace("string | null", "null | string"));
});
