import { describe, expect, test } from "vitest";
import { findDrift } from "../../src/inspector/find-drift.js";
import { readTypeShapes } from "../../src/read-type-shapes.js";

const shapes = readTypeShapes(`
export interface Payload { id: number; state: "open" | "closed"; note?: string | null; user: User; labels: Label[]; extra?: { [key: string]: number }; both?: User & { role: string }; either?: { kind: "a"; a: number } | { kind: "b"; b: number }; partial?: Partial<User> }
export interface User { login: string }
export interface Label { name: string }
export type Deep = { a: Deep } | { a: Deep; b?: string } | null;
`);
const fine = { id: 1, state: "open", user: { login: "a" }, labels: [{ name: "x" }] };
const drift = (payload: unknown, type = "Payload"): readonly string[] => findDrift(shapes, type, payload).map(({ path, kind, expected, found }) => `${path}: ${kind}, ${expected}, ${found}`);

describe("schema drift", () => {
  test("is none where the payload is what its type says", () => {
    expect(drift(fine)).toEqual([]);
    expect(drift({ ...fine, note: null, extra: { any: 1 }, both: { login: "a", role: "r" }, either: { kind: "b", b: 1 }, partial: {} })).toEqual([]);
  });

  test.each<[string, unknown, readonly string[]]>([
    ["a field that nobody knows", { ...fine, user: { login: "a", site_admin: true } }, ["user.site_admin: unknown field, no such field, boolean"]],
    ["another type", { ...fine, id: "1" }, ["id: other type, number, string"]],
    ["a list in place of an object", { ...fine, user: [] }, ["user: other type, object, list"]],
    ["a missing field", { ...fine, user: {} }, ["user.login: missing field, string, nothing"]],
    ["a new value", { ...fine, state: "merged" }, ['state: new value, "closed" | "open", "merged"']],
    ["all items of a list, once", { ...fine, labels: [{ name: 1 }, { name: 2 }] }, ["labels[].name: other type, string, number"]],
    ["the value of a free key", { ...fine, extra: { any: "1" } }, ["extra.any: other type, number, string"]],
    ["the nearest alternative", { ...fine, either: { kind: "b", b: 1, c: 2 } }, ["either.c: unknown field, no such field, number"]],
    ["a part of two types", { ...fine, both: { login: "a" } }, ["both.role: missing field, string, nothing"]],
    ["a payload that is none", null, ["(the payload): other type, object, null"]],
  ])("finds %s", (_, payload, expected) => expect(drift(payload)).toEqual(expected));

  test("ends for a payload that was made to keep it busy", () => {
    let deep: unknown = null;
    for (let level = 0; level < 90; level++) deep = { a: deep, c: 1 };
    expect(findDrift(shapes, "Deep", deep).length).toBeLessThanOrEqual(100);
    expect(findDrift(shapes, "Payload", Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`k${at}`, at]))).length).toBe(100);
  });

  test("is none of a key that every object inherits", () => {
    expect(drift(JSON.parse('{"id":1,"state":"open","user":{"login":"a"},"labels":[],"__proto__":{},"constructor":1}'))).toEqual(["__proto__: unknown field, no such field, object", "constructor: unknown field, no such field, number"]);
  });
});
