import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { packageRoot } from "../../src/package-root.js";
import { isReservedTypeName } from "../../tools/import/reserved-type-names.js";

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Schema = { readonly [key: string]: Json };
interface Event {
  readonly description: string;
  readonly docs: string;
  readonly payload?: string;
  readonly actions?: Readonly<Record<string, string>>;
}

const root = packageRoot();
const providers = readdirSync(join(root, "schemas")).filter((name) => existsSync(join(root, "schemas", name, "definitions.json")));

const KEYWORDS = new Set(["type", "properties", "required", "additionalProperties", "items", "enum", "const", "anyOf", "oneOf", "allOf", "$ref", "format", "x-partial-of", "not"]);

/** Licences under which a package's structure may be kept here. */
const LICENCES = ["MIT", "Apache-2.0", "ISC", "BSD-2-Clause", "BSD-3-Clause"];

describe.each(providers)("the built-in schemas of %s", (provider) => {
  const read = (file: string): string => readFileSync(join(root, "schemas", provider, file), "utf8");
  const definitions = (JSON.parse(read("definitions.json")) as { definitions: Readonly<Record<string, Schema>> }).definitions;
  const events = JSON.parse(read("events.json")) as Readonly<Record<string, Event>>;
  const names = Object.keys(definitions);
  const payloads = Object.values(events).flatMap((event) => (event.payload === undefined ? Object.values(event.actions ?? {}) : [event.payload]));

  test("have no event that the YAML does not list", () => {
    const yaml = join(root, "providers", provider, "webhook.yaml");
    if (!existsSync(yaml)) return;
    const listed = listedEvents(readFileSync(yaml, "utf8"));
    expect(Object.keys(events).filter((event) => !listed.includes(event))).toEqual([]);
  });

  test("say where they come from, and count right", () => {
    const source = JSON.parse(read("SOURCE.json")) as Readonly<Record<string, unknown>>;
    const actions = Object.values(events).reduce((sum, event) => sum + Object.keys(event.actions ?? {}).length, 0);
    expect(source["sha256"]).toMatch(/^[0-9a-f]{64}$/);
    if (source["kind"] === "hand-written") expectWritten(source);
    else expectPackage(source);
    expect(source["counts"]).toEqual({ events: Object.keys(events).length, actions, definitions: names.length });
  });

  test("have for each event a sentence, a page, and payloads", () => {
    for (const event of Object.values(events)) {
      expect(event.description).toMatch(/^[A-Z][^\n]{5,140}\.$/);
      expect(event.docs).toMatch(/^https:\/\/[^\s{}]+$/);
      expect(event.payload === undefined).not.toBe(event.actions === undefined);
    }
    expect(payloads.filter((payload) => !Object.hasOwn(definitions, payload))).toEqual([]);
    expect(new Set(payloads).size).toBe(payloads.length);
  });

  test("stand one on a line, in order, each once", () => {
    expect(names).toEqual(names.toSorted());
    // Two events with the same few keys read better with a payload each than with one of a third name.
    const isSmall = (schema: Schema): boolean => Object.keys((schema["properties"] ?? {}) as Schema).length < 4;
    // An alias of what several events deliver, and what holds itself: that goes by its source's name alone.
    const isOwn = (name: string, schema: Schema): boolean => schema["$ref"] === undefined && !reachable(name, definitions).has(name);
    const written = Object.entries(definitions).filter(([name, schema]) => isOwn(name, schema) && !(payloads.includes(name) && isSmall(schema)));
    expect(new Set(written.map(([, schema]) => JSON.stringify(schema))).size).toBe(written.length);
    expect(read("definitions.json").split("\n")).toHaveLength(names.length + 3);
  });

  test("hold structure only", () => {
    const found = new Set(Object.values(definitions).flatMap((schema) => keywordsOf(schema)));
    expect([...found].filter((keyword) => !KEYWORDS.has(keyword))).toEqual([]);
  });

  test("refer to each other, all of them and nothing else", () => {
    const referred = [...JSON.stringify(definitions).matchAll(/"\$ref":"([^"]*)"/g)].map(([, reference]) => reference);
    const reached = [...referred, ...payloads.map((name) => `#/definitions/${name}`)];
    expect(new Set(reached)).toEqual(new Set(names.map((name) => `#/definitions/${name}`)));
  });

  test("have names a person would give", () => {
    expect(names.filter((name) => /\d$/.test(name) || !/^[A-Z][A-Za-z0-9]*$/.test(name))).toEqual([]);
    expect(names.filter((name) => !payloads.includes(name) && isReservedTypeName(name))).toEqual([]);
  });
});

function expectPackage(source: Readonly<Record<string, unknown>>): void {
  expect(source).toMatchObject({ package: expect.stringMatching(/./), version: expect.stringMatching(/^\d+\.\d+\.\d+/) });
  expect(LICENCES).toContain(source["licence"]);
}

/** Ours: made of the very file that is named, from the provider's own pages. */
function expectWritten(source: Readonly<Record<string, unknown>>): void {
  const text = readFileSync(join(root, String(source["file"])));
  expect(source["sha256"]).toBe(createHash("sha256").update(text).digest("hex"));
  expect(source["documentation"]).not.toEqual([]);
  for (const page of source["documentation"] as readonly string[]) expect(page).toMatch(/^https:\/\/[^\s]+$/);
}

/** The events of all of a provider's webhooks. */
function listedEvents(yaml: string): readonly string[] {
  const { webhooks } = parse(yaml) as { webhooks: Readonly<Record<string, { events?: readonly (string | { name: string })[] }>> };
  return Object.values(webhooks).flatMap(({ events = [] }) => events.map((event) => (typeof event === "string" ? event : event.name)));
}

function keywordsOf(schema: Schema): readonly string[] {
  const inner = ["items", "additionalProperties", "x-partial-of"].map((key) => schema[key]).filter((value) => typeof value === "object");
  const properties = Object.values((schema["properties"] ?? {}) as Schema);
  const branches = (schema["anyOf"] ?? []) as readonly Json[];
  return [...Object.keys(schema), ...[...inner, ...properties, ...branches].flatMap((child) => keywordsOf(child as Schema))];
}

/** The names that a definition mentions, and those that they mention. */
function reachable(name: string, definitions: Readonly<Record<string, Schema>>): ReadonlySet<string> {
  const mentioned = (from: string): readonly string[] => [...JSON.stringify(definitions[from]).matchAll(/#\/definitions\/(\w+)/g)].map(([, to = ""]) => to);
  const found = new Set(mentioned(name));
  // A Set's iterator also visits what is added on the way.
  for (const one of found) for (const to of mentioned(one)) found.add(to);
  return found;
}
