import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { packageRoot } from "../../src/package-root.js";
import { typesOnly } from "../../tools/providers/types-only.js";

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
const webhook = (
  parse(read("providers/github/webhook.yaml")) as { webhooks: { default: { shape: Record<string, string[]> } } }
).webhooks.default;
const examples = createRequire(import.meta.url)("@octokit/webhooks-examples") as readonly Example[];

/** Recorded deliveries that the types do not describe: `event[index]` → why. None at the moment. */
const KNOWN_FAILURES: Readonly<Record<string, string>> = {};

describe("events", () => {
  const actions = Object.values(events).flatMap((event) => Object.keys(event.actions ?? {}));

  test("are all there", () => {
    expect(Object.keys(events)).toHaveLength(75);
    expect(actions).toHaveLength(256);
  });

  test("have a shape each, in the same order", () => {
    expect(Object.keys(webhook.shape)).toEqual(Object.keys(events));
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
  test("have the names a person looks for", () => {
    expect(Object.keys(definitions)).toEqual(expect.arrayContaining(["User", "Repository", "Milestone", "PullRequest", "PullRequestHead", "Issue"]));
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
