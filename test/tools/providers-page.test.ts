import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { providersPage } from "../../tools/providers/providers-page.js";
import { readmeTables } from "../../tools/providers/readme-tables.js";
import { readAcme, yamlWith } from "../config/read-yaml.js";
import { coverage } from "../../src/describe/coverage.js";

const page = readFileSync(new URL("../../docs/providers.md", import.meta.url), "utf8");

it("docs/providers.md is up to date: npm run providers", async () => expect(await providersPage(page)).toBe(page));

it.each<readonly [Readonly<Record<string, string | null>>, readonly string[]]>([
  [{}, ["body"]],
  [{ event_header: null, event_field: "type", delivery_id_field: "id" }, ["body", "id", "event"]],
  [{ delivery_id_header: "X-Id", signed_content: '"{id}.{timestamp}.{body}"', timestamp_header: "X-T" }, ["time", "body", "id"]],
  [{ event_header: null, event_field: "type", timestamp_field: "sent" }, ["body", "time", "event"]],
  [{ signed_content: '"{url}{form}"', body_hash_query: "hash" }, ["URL", "the form's fields", "body"]],
  [{ signed_content: '"{field:a.b}"', body_signed: "false", event_header: null, event_field: "type" }, ["field `a.b`"]],
  [{ verification_type: "token" }, []],
  [{ verification_type: "standard_webhooks", signature_header: null, event_header: null, event_field: "type", delivery_id_header: "webhook-id" }, ["body", "time", "id", "event"]],
])("%o covers %j", async (changes, expected) => {
  const { webhooks } = await readAcme(yamlWith(changes));
  expect(webhooks.map(coverage)).toEqual([expected]);
});

it("README.md's tables are up to date: npm run providers", async () => {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  expect(await readmeTables(readme)).toBe(readme);
});
