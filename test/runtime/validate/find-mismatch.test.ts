import type { Shape, Shapes } from "@smart-webhooks/runtime/validate";
import { describe, expect, it } from "vitest";
import { findMismatch } from "../../../src/runtime/validate/find-mismatch.js";

const user: Shape = { fields: { login: "string", id: "number", site: ["string", "null"] } };
const shapes: Shapes = {
  User: user,
  Tree: { fields: { children: { items: "Tree" }, name: "string" } },
  // Each asks for the other under the same key: unmemoized, the work doubles with every level.
  Left: { fields: { next: ["Left", "Right"], end: "string" } },
  Right: { fields: { next: ["Left", "Right"], end: "string" } },
};

describe("what is no mismatch", () => {
  it.each<readonly [string, Shape, unknown]>([
    ["a value of the type", "string", "a"],
    ["a number with a fraction", "number", 1.5],
    ["null where it may be", ["string", "null"], null],
    ["anything where nothing is said", "unknown", [1]],
    ["a missing field", user, {}],
    ["a new field", user, { login: "a", since: [1] }],
    ["a new value of a known type", { fields: { state: "string" } }, { state: "half-open" }],
    ["a list without items", { items: "User" }, []],
    ["a key that the payload makes up", { fields: {}, others: "number" }, { any: 1 }],
    ["what all parts allow", { all: ["User", { fields: { role: "string" } }] }, { login: "a", role: "b" }],
    ["a tree", "Tree", { children: [{ children: [], name: "a" }] }],
    ["a field named after a member of all objects", user, { constructor: 1, toString: 2 }],
    ["an own __proto__", user, JSON.parse('{ "__proto__": { "login": 1 } }')],
  ])("%s", (_, shape, value) => expect(findMismatch(shapes, shape, value)).toBeUndefined());
});

describe("a mismatch says where and what, and not what stands there", () => {
  it.each<readonly [string, Shape, unknown, readonly unknown[], string]>([
    ["a value", "string", 1, [], "should be a string"],
    ["null", "number", null, [], "should be a number"],
    ["a value for null", "null", "x", [], "should be null"],
    ["a field", user, { login: 1 }, ["login"], "should be a string"],
    ["null in a field that need not be there", user, { id: null }, ["id"], "should be a number"],
    ["a value that is none of several", user, { site: 1 }, ["site"], "should be a string or null"],
    ["a list for an object", "User", [], [], "should be an object"],
    ["an object for a list", { items: "User" }, {}, [], "should be a list"],
    ["an item", { fields: { users: { items: "User" } } }, { users: [{}, { login: false }] }, ["users", 1, "login"], "should be a string"],
    ["inside the one alternative that it could be", ["User", "null"], { login: 1 }, ["login"], "should be a string"],
    ["in several alternatives", ["User", "Tree"], { login: 1, name: 1 }, [], "should be one of its alternatives"],
    ["under a key that the payload makes up", { fields: {}, others: "number" }, { "a@b.c": "x" }, [{ key: "a@b.c" }], "should be a number"],
    ["a part", { all: ["User", { fields: { role: "string" } }] }, { role: 1 }, ["role"], "should be a string"],
  ])("%s", (_, shape, value, path, message) => expect(findMismatch(shapes, shape, value)).toEqual({ path, message }));
});

describe("hostile payloads", () => {
  it("alternatives that share their parts are looked at once", () => {
    let value: unknown = { end: 1 };
    for (let level = 0; level < 60; level++) value = { next: value };
    expect(findMismatch(shapes, "Left", value)?.path).toEqual(["next"]);
  });

  it("nesting without end is a mismatch, not an exhausted stack", () => {
    const deep: unknown = JSON.parse(`${'{"children":['.repeat(50_000)}${"]}".repeat(50_000)}`);
    expect(findMismatch(shapes, "Tree", deep)?.message).toBe("should be less nested");
  });
});
