import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { closest } from "../../src/closest.js";
import { GenerateError } from "../../src/errors.js";
import { collectDefinitions } from "../../src/schema/collect-definitions.js";
import { findSchemaFiles } from "../../src/schema/find-schema-files.js";
import { loadPayloadTypes } from "../../src/schema/load-payload-types.js";
import { ProblemList } from "../../src/schema/problem-list.js";
import { problemAt } from "../../src/schema/schema-file.js";
import { weighSchema } from "../../src/schema/weigh-schema.js";
import { tempFolder } from "../temp-folder.js";

vi.mock("../../src/closest.js", async (original) => {
  const actual = await original<{ readonly closest: typeof closest }>();
  return { closest: vi.fn(actual.closest) };
});

vi.mock("node:fs/promises", async (original) => {
  const actual = await original<{ readonly readdir: typeof readdir }>();
  return { ...actual, readdir: vi.fn(actual.readdir) };
});

const text = { type: "string" };

function load(cwd: string, samples = false, events: readonly string[] = ["push"]) {
  return loadPayloadTypes({ provider: "acme", cwd, events: events.map((name) => ({ name })), listed: events, schemasDir: join(cwd, "schemas"), builtinDir: join(cwd, "none"), cacheDir: join(cwd, "none"), samples });
}

function project(schema: unknown, others: Readonly<Record<string, string>> = {}): string {
  return tempFolder({ "schemas/acme/push.schema.json": JSON.stringify(schema), ...others });
}

async function print(schema: unknown): Promise<string> {
  const { types } = await load(project(schema));
  return [...types.declarations.values()].map((declaration) => declaration.text).join("\n");
}

async function codesOf(work: Promise<unknown>): Promise<readonly string[]> {
  const error = await work.then(() => undefined, (thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(GenerateError);
  return (error as GenerateError).problems.map(({ code }) => code);
}

function nest(levels: number, leaf: object, wrap: (inner: object) => object): object {
  return levels === 0 ? leaf : wrap(nest(levels - 1, leaf, wrap));
}

/** `steps` definitions, each made of the one after it. */
function ladder(steps: number, step: (next: object) => object, last: object): Record<string, object> {
  return Object.fromEntries(Array.from({ length: steps + 1 }, (_, index) => [`a${index}`, index === steps ? last : step({ $ref: `#/definitions/a${index + 1}` })]));
}

describe("a type is printed once, however deep it is", () => {
  const branch = { properties: { b: text } };
  it.each<[string, number, (inner: object) => object]>([
    ["lists", 300, (items) => ({ type: "array", items })],
    ["choices", 120, (items) => ({ anyOf: [{ type: "number" }, { type: "array", items }] })],
    ["objects or others", 90, (a) => ({ anyOf: [{ properties: { a } }, branch] })],
    ["objects and others", 90, (a) => ({ allOf: [{ properties: { a } }, branch] })],
    ["pairs", 150, (first) => ({ type: "array", items: [first, text] })],
  ])("%s", async (_, levels, wrap) => {
    const printed = await print({ properties: { deep: nest(levels, text, wrap) } });
    expect(printed.length).toBeLessThan(1_000_000);
    expect(printed.length).toBeGreaterThan(levels * 2);
  });

  it("in parentheses where it needs them only", async () => {
    const one = { properties: { a: text } };
    const schema = { properties: { p: { type: "array", items: { anyOf: [text, { type: "null" }] } }, q: { type: "array", items: { allOf: [{ anyOf: [text] }] } }, r: { type: "array", items: { anyOf: [{ allOf: [one, branch] }] } } }, required: ["p", "q", "r"] };
    const both = "(\n    {\n      a?: string;\n    } & {\n      b?: string;\n    })[]".replace("(\n    {", "({").replaceAll("\n  ", "\n");
    expect(await print(schema)).toBe(`export interface PushPayload {\n  p: (string | null)[];\n  q: string[];\n  r: ${both};\n}`);
  });

  it("and twice the same is once", async () => {
    const one = { properties: { a: text }, required: ["a"] };
    expect(await print({ properties: { p: { anyOf: [one, { type: "null" }, { anyOf: [one, { type: "null" }] }] } } })).toBe("export interface PushPayload {\n  p?: {\n    a: string;\n  } | null;\n}");
  });
});

describe("samples", () => {
  it.each<[string, object]>([
    ["of nothing", {}],
    ["of keys", { properties: { x: text } }],
  ])("of definitions that are each the next one twice, in the end %s", async (_, last) => {
    const definitions = ladder(60, (next) => ({ allOf: [next, next] }), last);
    const { types } = await load(project({ properties: { a: { $ref: "#/definitions/a0" } }, definitions }), true);
    expect(types.samples.size).toBeGreaterThan(10);
  });

  it("of a chain that is longer than the stack is deep", async () => {
    const definitions = ladder(5000, (next) => ({ allOf: [next, { properties: { x: text } }] }), { properties: { y: text } });
    const { types } = await load(project({ properties: { a: { $ref: "#/definitions/a0" } }, definitions }), true);
    expect(types.samples.size).toBeGreaterThan(500);
  });
});

describe("links in the schema folder", () => {
  it("to the folder itself do not multiply its files", async () => {
    const cwd = project({ properties: { d: { $ref: "d/push.schema.json" }, e: { $ref: "e/d/push.schema.json#/definitions/x" } }, definitions: { x: text } });
    for (const name of ["d", "e"]) symlinkSync(".", join(cwd, "schemas/acme", name));
    const { types } = await load(cwd);
    expect([...types.declarations.keys()]).toEqual(["PushPayload", "PushX"]);
  });

  it("to one file are that file, read once", async () => {
    const links = Array.from({ length: 60 }, (_, index) => `l${index}.json`);
    const cwd = project({ properties: Object.fromEntries(links.map((link) => [link, { $ref: link }])) }, { "schemas/acme/big.json": "{}" });
    for (const link of links) symlinkSync("big.json", join(cwd, "schemas/acme", link));
    const problems = new ProblemList();
    const { files, definitions } = await collectDefinitions({ folder: join(cwd, "schemas/acme"), cwd }, [{ path: "push.schema.json", pointer: [] }], problems);
    expect([...files.keys()]).toEqual(["push.schema.json", "big.json"]);
    expect(definitions.size).toBe(2);
  });

  it.each(["/nowhere", "push.schema.json", "nowhere.json"])("as an event's schema, to %s", async (target) => {
    const cwd = tempFolder({ "schemas/acme/other.json": "{}" });
    symlinkSync(target, join(cwd, "schemas/acme/push.schema.json"));
    const error = await load(cwd).catch((thrown: unknown) => thrown);
    expect((error as GenerateError).problems).toMatchObject([{ code: "schema-unreadable", at: { file: "schemas/acme/push.schema.json" } }]);
  });
});

describe("the schema folder", () => {
  it("need not be there", async () => {
    expect((await load(tempFolder())).types.events.size).toBe(0);
    expect((await load(tempFolder({ "schemas/other/x.json": "{}" }))).types.events.size).toBe(0);
  });

  it.each<[string, string]>([
    ["the folder", "schemas/acme"],
    ["the folder above", "schemas"],
  ])("is no file: %s", async (_, path) => expect(await codesOf(load(tempFolder({ [path]: "" })))).toEqual(["unreadable-folder"]));

  it("is no link to nothing or to itself", async () => {
    for (const target of ["nowhere", "acme"]) {
      const cwd = tempFolder({ "schemas/other/x.json": "{}" });
      symlinkSync(target, join(cwd, "schemas/acme"));
      expect(await codesOf(load(cwd))).toEqual(["unreadable-folder"]);
    }
  });

  // Said by the mock, as root reads everything.
  it("that may not be read is an error", async () => {
    const cwd = project({});
    vi.mocked(readdir).mockRejectedValueOnce(Object.assign(new Error("no"), { code: "EACCES" }));
    expect(await codesOf(load(cwd))).toEqual(["unreadable-folder"]);
  });

  it.each<[string, string]>([
    ["to the project", ".."],
    ["to its parent", "."],
    ["to a neighbour", "../config"],
    ["far away", "/"],
  ])("is no link %s", async (_, target) => {
    const cwd = tempFolder({ "config/secrets.json": '{ "password": hunter2 }', "push.schema.json": '{"$ref":"config/secrets.json"}' });
    mkdirSync(join(cwd, "schemas"));
    symlinkSync(target, join(cwd, "schemas/acme"));
    const error = await load(cwd).catch((thrown: unknown) => thrown);
    expect((error as GenerateError).problems).toMatchObject([{ code: "path-outside", at: { file: "schemas/acme" } }]);
    expect(JSON.stringify(error)).not.toContain("hunter2");
  });

  it("may be a link to another provider's, but `schemas` may be none", async () => {
    const cwd = tempFolder({ "schemas/other/push.schema.json": "{}", "real/acme/push.schema.json": "{}" });
    symlinkSync("other", join(cwd, "schemas/acme"));
    expect((await load(cwd)).types.events.size).toBe(1);
    const linked = tempFolder({ "real/acme/push.schema.json": "{}" });
    symlinkSync("real", join(linked, "schemas"));
    expect(await codesOf(load(linked))).toEqual(["path-outside"]);
  });
});

describe("what is too large is refused", () => {
  it("a reference to each level of a schema", async () => {
    const values = Array.from({ length: 2000 }, (_, index) => `value number ${index}`);
    const pointers = Array.from({ length: 150 }, (_, level) => `#${"/properties/a".repeat(level + 1)}`);
    const deep = nest(150, { enum: values }, (a) => ({ properties: { a } })) as { properties: object };
    const schema = { properties: { ...deep.properties, ...Object.fromEntries(pointers.map(($ref, index) => [`r${index}`, { $ref }])) } };
    expect(await codesOf(load(project(schema)))).toEqual(["schema-too-large"]);
  });

  it("but not what is only long", () => {
    const named = Array.from({ length: 80_000 }, (_, index): [string, object] => [`property_${index}`, { types: ["string"], description: "words ".repeat(20) }]);
    const wide = { properties: new Map(named), values: Array.from({ length: 400_000 }, (_, index) => `value_${index}`) };
    expect(weighSchema({ properties: new Map([["a", wide]]) })).toBeLessThan(60_000_000);
  });

  it("more files than a machine can hold", async () => {
    const padding = " ".repeat(12 * 1024 * 1024);
    const names = ["a", "b", "c"];
    const files = Object.fromEntries(names.map((name) => [`schemas/acme/${name}.json`, `{}${padding}`]));
    const schema = { properties: Object.fromEntries(names.map((name) => [name, { $ref: `${name}.json` }])) };
    expect(await codesOf(load(project(schema, files)))).toEqual(["too-many-schemas"]);
  });

  it("more combinations than TypeScript counts", async () => {
    const choice = (name: string, size: number) => ({ anyOf: Array.from({ length: size }, (_, index) => ({ properties: { [`${name}${index}`]: text } })) });
    const all = (size: number) => ({ properties: { a: { allOf: ["x", "y", "z"].map((name) => choice(name, size)) } } });
    expect(await codesOf(load(project(all(60))))).toEqual(["too-many-combinations"]);
    expect((await load(project(all(10)))).types.events.size).toBe(1);
  });

  it("but nullable parts and lists of values are no combinations", async () => {
    const nullable = { anyOf: [{ type: "null" }, { properties: { a: text } }] };
    const values = { enum: Array.from({ length: 300 }, (_, index) => `v${index}`) };
    const schema = { properties: { a: { allOf: Array.from({ length: 20 }, () => nullable) }, b: { allOf: [values, values] } } };
    expect((await load(project(schema))).types.events.size).toBe(1);
  });

  it("and combinations over references are counted once each", async () => {
    const definitions = ladder(60, (next) => ({ anyOf: [next, next] }), { properties: { a: text } });
    const schema = { allOf: [{ $ref: "#/definitions/a0" }, { $ref: "#/definitions/a1" }], definitions };
    expect(await codesOf(load(project(schema)))).toContain("too-many-combinations");
  });
});

describe("problems", () => {
  it("on many lines of one file take it apart once", () => {
    const source = "ab\r\ncd\ref\n".repeat(1000);
    const file = { shown: "x.json", get text() {
      reads += 1;
      return source;
    } };
    let reads = 0;
    const problems = Array.from({ length: 100 }, (_, index) => problemAt(file, index * 10 + 5, { code: "c", message: "m" }));
    expect(reads).toBe(1);
    expect(problems[1]?.at).toEqual({ file: "x.json", line: 5, column: 2 });
    expect(problems[1]?.frame?.split("\n")).toEqual(["  3 | ef", "  4 | ab", "> 5 | cd", "    |  ^", "  6 | ef", "  7 | ab"]);
    expect(problemAt({ shown: "y", text: "a" }, 1, { code: "c", message: "m" })).toMatchObject({ at: { line: 1, column: 2 }, frame: "> 1 | a\n    |  ^" });
  });

  it("of files that nobody has are guessed at for those shown only", async () => {
    const cwd = project({});
    for (let index = 0; index < 300; index += 1) writeFileSync(join(cwd, `schemas/acme/nobody${index}.schema.json`), "{}");
    vi.mocked(closest).mockClear();
    expect((await load(cwd)).warnings.length).toBe(100);
    expect(vi.mocked(closest).mock.calls.length).toBe(100);
  });
});

it("a file is the longest event's that it is named after", async () => {
  const names = ["a.schema.json", "a.b.schema.json", "a.b.c.schema.json", "a.b.c.d.schema.json", "x__y.z.schema.json", "b.schema.json", "ab.schema.json"];
  const cwd = tempFolder(Object.fromEntries(names.map((name) => [`schemas/acme/${name}`, "{}"])));
  const { ofEvents, ofNobody } = await findSchemaFiles({ folder: join(cwd, "schemas/acme"), cwd }, ["a", "a.b", "x/y"]);
  expect(ofEvents.map(({ event, action }) => [event, action])).toEqual([["a.b", "c.d"], ["a.b", "c"], ["a.b", undefined], ["a", undefined], ["x/y", "z"]]);
  expect(ofNobody).toEqual(["ab.schema.json", "b.schema.json"]);
});
