import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { eventKeys } from "../../src/config/event-list.js";
import { providerKeys, webhookKeys } from "../../src/config/keys.js";
import { parseYaml } from "../../src/config/parse-yaml.js";
import { ProblemLog } from "../../src/config/problem-log.js";
import { readSettings } from "../../src/config/read-settings.js";
import { schemeReaders } from "../../src/config/scheme-keys.js";
import { verificationTypes } from "../../src/config/verification-types.js";
import { YamlText } from "../../src/config/yaml-text.js";
import { packageRoot } from "../../src/package-root.js";
import { hostileValues } from "./hostile-values.js";
import { readAcme, yamlWith } from "./read-yaml.js";
import { acceptedValues, refusedValues } from "./scheme-rows.js";

const schema = JSON.parse(await readFile(join(packageRoot(), "schemas/webhook.schema.json"), "utf8"));
const validate = new Ajv({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true }).compile(schema);
const accepts = (yaml: string): boolean => validate(parse(yaml));

/** Whether each value by itself is one that its key takes: what keys say together, a JSON Schema does not know. */
function isRead(yaml: string): boolean {
  const log = new ProblemLog();
  const root = parseYaml(new YamlText("webhook.yaml", yaml), log);
  if (root !== undefined) readSettings(root, log);
  return root !== undefined && !log.failed;
}

const example = `# providers/github/webhook.yaml
webhooks:
  default:
    path: /webhooks/github
    verify_signature: true
    signing_secret_env: GITHUB_WEBHOOK_SECRET
    verification_type: hmac_sha256
    signature_header: X-Hub-Signature-256
    event_header: X-GitHub-Event
    events:
      - push
      - pull_request
      - issues
    
  # Multiple webhook endpoints for same provider
  releases:
    path: /webhooks/github/releases
    events:
      - release
`;

describe("schemas/webhook.schema.json", () => {
  it("has the keys of the table", () => {
    const { webhook, namedEvent } = schema.definitions;
    expect(Object.keys(schema.properties).toSorted()).toEqual([...Object.keys(providerKeys), "webhooks"].toSorted());
    expect(Object.keys(webhook.properties).toSorted()).toEqual(Object.keys(webhookKeys).toSorted());
    expect(Object.keys(namedEvent.properties).toSorted()).toEqual([...eventKeys].toSorted());
  });

  it("accepts the example of the overview, and so does the reader", async () => {
    expect(accepts(example), JSON.stringify(validate.errors)).toBe(true);
    const config = await readAcme(example);
    expect(config.webhooks.map(({ name, paths }) => `${name} ${paths.join()}`)).toEqual([
      "default /webhooks/github",
      "releases /webhooks/github/releases",
    ]);
  });

  it("accepts every built-in provider", async () => {
    const folder = join(packageRoot(), "providers");
    const files = (await readdir(folder))
      .map((name) => join(folder, name, "webhook.yaml"))
      .filter((file) => existsSync(file));
    for (const file of files)
      expect(accepts(await readFile(file, "utf8")), `${file} ${JSON.stringify(validate.errors)}`).toBe(true);
  });

  it("lists the types of verification", () => {
    expect(schema.definitions.webhook.properties.verification_type.anyOf[0].enum).toEqual(verificationTypes);
  });

  it.each(acceptedValues)("accepts %s: %s", (key, value, _, others) => {
    expect(accepts(yamlWith({ ...others, [key]: value })), JSON.stringify(validate.errors)).toBe(true);
  });

  it.each(refusedValues)("refuses %s: %s", (key, value) => {
    // Of two names that differ in case only, it does not know that they are one.
    expect(accepts(yamlWith({ [key]: value }))).toBe(/X-A.*x-a|Svix, svix/.test(value));
  });

  it.each(Object.keys(schemeReaders))("agrees with the reader of %s on hostile values", (key) => {
    for (const value of hostileValues) {
      const yaml = yamlWith({ [key]: JSON.stringify(value) });
      expect(accepts(yaml), `${JSON.stringify(value).slice(0, 80)} ${JSON.stringify(validate.errors)}`).toBe(isRead(yaml));
    }
  });

  it.each<readonly [string, string, boolean]>([
    ["handshakes", '[{ when: { field: type, equals: ping }, reply: { text: "{field:challenge}" } }]', true],
    ["handshakes", "[{ when: { header: X-Type, equals: ping }, reply: { status: 204 } }]", true],
    ["handshakes", '[{ when: { field: type, equals: 1 }, reply: { json: { a: "{field:b.c}", type: 1, ok: done } } }]', true],
    ["handshakes", "[]", false],
    ["handshakes", "[{ reply: { status: 204 } }]", false],
    ["handshakes", "[{ when: { field: type, equals: ping } }]", false],
    ["handshakes", "[{ when: { field: type }, reply: { status: 204 } }]", false],
    ["handshakes", "[{ when: { field: a, header: b, equals: c }, reply: { status: 204 } }]", false],
    ["handshakes", "[{ when: { header: b, equals: 1 }, reply: { status: 204 } }]", false],
    ["handshakes", "[{ when: { field: a.__proto__, equals: 1 }, reply: { status: 204 } }]", false],
    ["handshakes", "[{ when: { field: a, equals: .inf }, reply: { status: 204 } }]", false],
    ["handshakes", "[{ when: { field: a, equals: [b] }, reply: { status: 204 } }]", false],
    ["handshakes", "[{ when: { field: a, equals: b }, reply: { status: 302 } }]", false],
    ["handshakes", "[{ when: { field: a, equals: b }, reply: { text: ok } }]", true],
    ["handshakes", "[{ when: { field: a, equals: b }, reply: { text: 1 } }]", false],
    ["handshakes", '[{ when: { field: a, equals: b }, reply: { status: 202, headers: { X-A: "{header:X-B}" }, text: "a{hmac_base64:query:b.c}" } }]', true],
    ["handshakes", '[{ when: { field: a, equals: b }, reply: { text: "{field:a}", json: {} } }]', false],
    ["handshakes", '[{ when: { field: a, equals: b }, reply: { headers: { "X A": a } } }]', false],
    ["handshakes", "[{ method: HEAD, signed: false, reply: { status: 200 } }]", true],
    ["handshakes", "[{ method: PUT, signed: false, reply: { status: 200 } }]", false],
    ["handshakes", "[{ signed: false, reply: { status: 200 } }]", false],
    ["handshakes", "[{ signed: false, when: [{ query: a }, { header: b, equals: c }], reply: { status: 200 } }]", true],
    ["handshakes", "[{ when: [{ field: a }, { header: b, equals: c }], reply: { status: 200 } }]", true],
    ["handshakes", "[{ when: [{ field: a }], reply: { status: 200 } }]", false],
    ["handshakes", "[{ when: [], reply: { status: 200 } }]", false],
    ["handshakes", "[{ when: { field: a, equals: b, listed_in: c }, reply: { status: 200 } }]", false],
    ["handshakes", "[{ when: { query: a, equals: 1 }, reply: { status: 200 } }]", false],
    ["handshakes", "[{ when: { field: a, equals: b }, secret: { header: X-Hook-Secret }, reply: { status: 200 } }]", true],
    ["handshakes", "[{ when: { field: a, equals: b }, secret: { header: a, field: b }, reply: { status: 200 } }]", false],
    ["handshakes", "[{ when: { field: a, equals: b }, secret: {}, reply: { status: 200 } }]", false],
    ["handshakes", "[{ when: { field: a, equals: b }, expect: { query: a }, reply: { status: 200 } }]", false],
    ["handshakes", "[{ when: { field: a, equals: b }, visit: { field: a, hosts: [a.acme.com] }, reply: { status: 200 } }]", true],
    ["handshakes", "[{ when: { field: a, equals: b }, visit: { field: a }, reply: { status: 200 } }]", false],
    ["handshakes", "[{ when: { field: a, equals: b }, visit: { field: a, hosts: ['*.acme.com'] }, reply: { status: 200 } }]", false],
    ["batch", '"events[]"', true],
    ["batch", '"[]"', true],
    ["batch", '"entry[].changes[]"', true],
    ["batch", '"entry[].changes[].value"', true],
    ["batch", "\"events\"", false],
    ["batch", '["entry[].changes[]", "entry[].messaging[]"]', true],
    ["batch", '["a[]", "a[]"]', false],
    ["batch", '"events[][]"', false],
    ["batch", '"a.__proto__[]"', false],
    ["batch", '"[].constructor[]"', false],
    ["acknowledgement", "{ status: 202 }", true],
    ["acknowledgement", '{ body: "<Response/>", content_type: text/xml }', true],
    ["acknowledgement", "{}", false],
    ["acknowledgement", "{ status: 500 }", false],
    ["acknowledgement", '{ body: a, content_type: "text/html, x" }', false],
    ["acknowledgement", "{ text: a }", false],
    ["response_deadline", "10", true],
    ["response_deadline", "0", false],
    ["retries", "5 times in an hour", true],
    ["retries", '""', false],
    ["evidence", "vendor_code", true],
    ["evidence", "rumour", false],
    ["api_version", '"2026-01"', true],
    ["api_version", "2026-10-28.endive", true],
    ["api_version", "2026", false],
    ["api_version", '""', false],
    ["api_version", "../2026-01", false],
    ["api_version", `"${"1".repeat(41)}"`, false],
    ["api_version", "[2026-01]", false],
    ["inherit", "false", true],
    ["inherit", "none", false],
    ["parameters", "{ a: ACME_A }", true],
    ["parameters", "{}", false],
    ["handshakes", '[{ when: { field: a, equals: b }, reply: { json: { a: "{feild:b}" } } }]', false],
    ["handshakes", "[{ when: { field: a, equals: b }, reply: { json: { a: true } } }]", false],
    ["handshakes", "[{ when: { field: a, equals: b }, reply: {} }]", false],
    ["delivery_id_field", "[data.id, id]", true],
    ["delivery_id_field", "a.b + c", true],
    ["delivery_id_field", "[a + b, c]", true],
    ["delivery_id_field", "a +b", false],
    ["delivery_id_field", "a + ", false],
    ["delivery_id_field", "a + b.__proto__ + c", false],
    ["delivery_id_field", "[]", false],
    ["delivery_id_field", "[id, id]", false],
    ["body_format", "form_or_json", true],
    ["body_format", "multipart", true],
    ["body_format", "text", false],
    ["action_field", "a.constructor", false],
    ["event_field", "[webhook_type, webhook_code]", true],
    ["event_field", "[a, a]", false],
    ["event_field", "[]", false],
  ])("agrees with the reader on %s: %s", (key, value, verdict) => {
    const yaml = yamlWith({ [key]: value });
    expect([accepts(yaml), isRead(yaml)], JSON.stringify(validate.errors)).toEqual([verdict, verdict]);
  });

  it.each([
    [
      {
        shape: "{ push: [ref] }",
        event_map: "{ 2: push }",
        signed_content: '"{timestamp}.{body}"',
        timestamp_header: "X-T",
      },
      true,
    ],
    [{ events: "[push, { name: foo.bar, method: onFooBar }]" }, true],
    [{ path: "[/a, /b]" }, true],
    [{ verify_signatur: "true" }, false],
    [{ verify_signature: '"false"' }, false],
    [{ verification_type: "HMAC_SHA256" }, false],
    [{ signing_secret: "x" }, false],
    [{ path: "/a?b=1" }, false],
    [{ path: "//a" }, false],
    [{ events: "[]" }, false],
    [{ events: '["*"]' }, false],
    [{ events: '[" push"]' }, false],
    [{ signed_content: '"{bdy}"' }, false],
    [{ verification_type: "github" }, true],
  ])("agrees with the reader on %o", async (changes, verdict) => {
    expect(accepts(yamlWith(changes))).toBe(verdict);
    const builtin = yamlWith({ signature_header: "X-Hub-Signature-256" });
    const read = await readAcme(yamlWith(changes), undefined, { github: builtin }).then(
      () => true,
      () => false,
    );
    expect(read).toBe(verdict);
  });
});
