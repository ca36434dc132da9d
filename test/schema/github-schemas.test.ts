import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Ajv } from "ajv";
import { compile } from "json-schema-to-typescript";
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
interface Example {
  readonly name: string;
  readonly examples: readonly Readonly<Record<string, unknown>>[];
}

const root = packageRoot();
const read = (file: string): string => readFileSync(join(root, file), "utf8");
const definitions = (JSON.parse(read("schemas/github/definitions.json")) as { definitions: Readonly<Record<string, Schema>> }).definitions;
const events = JSON.parse(read("schemas/github/events.json")) as Readonly<Record<string, Event>>;
const source = JSON.parse(read("schemas/github/SOURCE.json")) as { counts: Readonly<Record<string, number>> };
const webhook = (
  parse(read("providers/github/webhook.yaml")) as { webhooks: { default: { shape: Record<string, string[]>; events: string[] } } }
).webhooks.default;
const examples = createRequire(import.meta.url)("@octokit/webhooks-examples") as readonly Example[];

const KEYWORDS = new Set(["type", "properties", "required", "additionalProperties", "items", "enum", "const", "anyOf", "oneOf", "allOf", "$ref", "format"]);

/** Recorded deliveries that the types do not describe: `event[index]` → why. None at the moment. */
const KNOWN_FAILURES: Readonly<Record<string, string>> = {};

describe("events", () => {
  const actions = Object.values(events).flatMap((event) => Object.keys(event.actions ?? {}));

  test("are all there", () => {
    expect(Object.keys(events)).toHaveLength(75);
    expect(actions).toHaveLength(256);
    expect(source.counts).toEqual({ events: 75, actions: 256, definitions: Object.keys(definitions).length });
  });

  test("are the ones the provider lists, in the same order", () => {
    expect(webhook.events).toEqual(Object.keys(events));
    expect(Object.keys(webhook.shape)).toEqual(Object.keys(events));
  });

  test.each(Object.entries(events))("%s has a sentence, a page, and payloads named after it", (name, event) => {
    expect(event.description).toMatch(/^[A-Z].*\.$/);
    expect(event.docs).toBe(`https://docs.github.com/en/webhooks/webhook-events-and-payloads#${name}`);
    expect(event.payload === undefined).not.toBe(event.actions === undefined);
    for (const payload of payloadsOf(event)) expect(definitions).toHaveProperty(payload);
  });

  test("an action's payload holds that action and no other", () => {
    for (const event of Object.values(events)) {
      for (const [action, payload] of Object.entries(event.actions ?? {})) {
        for (const branch of branchesOf(definitions[payload] ?? {})) {
          expect(branch).toMatchObject({ properties: { action: { enum: [action] } } });
        }
      }
    }
  });

  test("repository_dispatch has a free action", () => {
    expect(definitions["RepositoryDispatchPayload"]).toMatchObject({ properties: { action: { type: "string" } } });
    expect(definitions["RepositoryDispatchPayload"]).not.toHaveProperty("properties.action.enum");
  });
});

describe("definitions", () => {
  const names = Object.keys(definitions);

  test("stand one on a line, in order, each once", () => {
    expect(names).toEqual(names.toSorted());
    expect(new Set(Object.values(definitions).map((schema) => JSON.stringify(schema))).size).toBe(names.length);
    expect(read("schemas/github/definitions.json").split("\n")).toHaveLength(names.length + 3);
  });

  test("hold structure only", () => {
    const found = new Set(Object.values(definitions).flatMap((schema) => keywordsOf(schema)));
    expect([...found].filter((keyword) => !KEYWORDS.has(keyword))).toEqual([]);
  });

  test("refer to each other, all of them and nothing else", () => {
    const referred = new Set([...JSON.stringify(definitions).matchAll(/"\$ref":"([^"]*)"/g)].map(([, reference]) => reference));
    const payloads = Object.values(events).flatMap(payloadsOf).map((name) => `#/definitions/${name}`);
    expect(new Set([...referred, ...payloads])).toEqual(new Set(names.map((name) => `#/definitions/${name}`)));
  });

  test("have names a person would give", () => {
    const payloads = new Set(Object.values(events).flatMap(payloadsOf));
    expect(names.filter((name) => /\d$/.test(name) || !/^[A-Z][A-Za-z0-9]*$/.test(name))).toEqual([]);
    expect(names.filter((name) => !payloads.has(name) && isReservedTypeName(name))).toEqual([]);
    expect(names).toEqual(expect.arrayContaining(["User", "Repository", "Milestone", "PullRequest", "PullRequestHead", "Issue"]));
  });

  test("print as those very types: none renamed, none numbered, no any", async () => {
    const properties = Object.fromEntries(names.map((name) => [name, { $ref: `#/definitions/${name}` }]));
    const text = await compile({ type: "object", properties, definitions } as Parameters<typeof compile>[0], "AllOfThem", {
      additionalProperties: false,
      unknownAny: true,
      ignoreMinAndMaxItems: true,
      strictIndexSignatures: true,
      declareExternallyReferenced: true,
      format: false,
      bannerComment: "",
    });
    const declared = [...text.matchAll(/^export (?:interface|type) (\w+)/gm)].map(([, name]) => name);
    expect(declared.filter((name) => name !== "AllOfThem").toSorted()).toEqual(names);
    expect(text).not.toMatch(/\bany\b/);
  });
});

describe("recorded deliveries", () => {
  const ajv = new Ajv({ strict: false, validateFormats: false }).addSchema({ $id: "github", definitions: typesOnly(definitions) });
  const deliveries = examples.flatMap(({ name, examples: bodies }) => bodies.map((body, index) => ({ name, index, body })));

  test("are of the types, the known failures apart", () => {
    const refused = deliveries.filter(({ name, body }) => {
      const payload = events[name]?.payload ?? events[name]?.actions?.[String(body["action"])];
      return !payload || !ajv.getSchema(`github#/definitions/${payload}`)?.(body);
    });
    expect(deliveries).toHaveLength(329);
    expect(refused.map(({ name, index }) => `${name}[${index}]`)).toEqual(Object.keys(KNOWN_FAILURES));
  });

  test("have the keys of their event's shape", () => {
    const refused = deliveries.filter(({ name, body }) => webhook.shape[name]?.some((key) => !Object.hasOwn(body, key)));
    expect(refused.map(({ name, index }) => `${name}[${index}]`)).toEqual([]);
  });

  test.each([
    ["pushes", "push", ["pull_request", "issues", "create", "status", "release"]],
    ["issues", "issues", ["pull_request", "push", "issue_comment", "release", "check_run"]],
    ["pull requests", "pull_request", ["issues", "push", "pull_request_review", "release", "deployment"]],
  ])("of %s pass as no unrelated event", (_, name, others) => {
    for (const { body } of deliveries.filter((delivery) => delivery.name === name)) {
      expect(others.filter((other) => webhook.shape[other]?.every((key) => Object.hasOwn(body, key)))).toEqual([]);
    }
  });
});

test("every shape names keys that all payloads of its event can have", () => {
  for (const [name, keys] of Object.entries(webhook.shape)) {
    for (const payload of payloadsOf(events[name] as Event)) {
      for (const branch of branchesOf(definitions[payload] ?? {})) expect(Object.keys(branch["properties"] as Schema)).toEqual(expect.arrayContaining(keys));
    }
  }
});

function payloadsOf(event: Event): readonly string[] {
  return event.payload === undefined ? Object.values(event.actions ?? {}) : [event.payload];
}

function branchesOf(schema: Schema): readonly Schema[] {
  return (schema["anyOf"] as readonly Schema[] | undefined) ?? [schema];
}

function keywordsOf(schema: Schema): readonly string[] {
  const inner = ["items", "additionalProperties"].map((key) => schema[key]).filter((value) => typeof value === "object");
  const properties = Object.values((schema["properties"] ?? {}) as Schema);
  const branches = (schema["anyOf"] ?? []) as readonly Json[];
  return [...Object.keys(schema), ...[...inner, ...properties, ...branches].flatMap((child) => keywordsOf(child as Schema))];
}

/** Old deliveries lack keys that came later: what is there must be of the type. */
function typesOnly<T>(schemas: T): T {
  return JSON.parse(JSON.stringify(schemas), (_, value: Json) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    // Properties may bear the same names, but hold schemas.
    return Object.fromEntries(Object.entries(value).filter(([key, held]) => key !== "required" || !Array.isArray(held)));
  }) as T;
}
