import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { eventKeys } from "../../src/config/event-list.js";
import { providerKeys, webhookKeys } from "../../src/config/keys.js";
import { packageRoot } from "../../src/package-root.js";
import { readAcme, yamlWith } from "./read-yaml.js";

const schema = JSON.parse(await readFile(join(packageRoot(), "schemas/webhook.schema.json"), "utf8"));
const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);
const accepts = (yaml: string): boolean => validate(parse(yaml));

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
    [{ signed_content: '"{timestamp}"' }, false],
  ])("agrees with the reader on %o", async (changes, verdict) => {
    expect(accepts(yamlWith(changes))).toBe(verdict);
    const read = await readAcme(yamlWith(changes)).then(
      () => true,
      () => false,
    );
    expect(read).toBe(verdict);
  });
});
