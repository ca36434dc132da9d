import { describe, expect, it } from "vitest";
import { problemsOf, readAcme, yamlWith } from "./read-yaml.js";

describe("one webhook", () => {
  it("is read with its defaults filled in", async () => {
    const config = await readAcme(yamlWith({ path: null, verify_signature: null, signing_secret_env: null }));
    expect(config).toEqual({
      provider: "acme",
      name: "Acme",
      source: "providers/acme/webhook.yaml",
      warnings: [],
      webhooks: [
        {
          name: "default",
          paths: ["/webhooks/acme"],
          secretEnv: "ACME_WEBHOOK_SECRET",
          // Under the YAML's own keys, and no more than it says: the table of calls knows what is left out.
          verification: { type: "hmac_sha256", scheme: { signature_header: ["x-acme-signature"] } },
          parameters: new Map(),
          facts: {},
          handshakes: [],
          event: { from: "header", name: "x-acme-event" },
          deliveryIds: [],
          shape: new Map(),
          events: [
            { name: "push", at: { file: "providers/acme/webhook.yaml", line: 6, column: 14 } },
            { name: "pull_request", at: { file: "providers/acme/webhook.yaml", line: 6, column: 20 } },
          ],
          at: { file: "providers/acme/webhook.yaml", line: 2, column: 3 },
        },
      ],
    });
  });

  it("is read with everything said", async () => {
    const yaml = yamlWith({
      docs: "https://example.com/hook",
      path: "[/a, /b/]",
      signature_prefix: '"v0="',
      signature_encoding: "base64",
      timestamp_header: "X-Time",
      replay_tolerance: "300",
      signed_content: '"v0:{timestamp}:{body}"',
      event_header: null,
      event_field: "data.type",
      action_field: "action",
      delivery_id_field: "id",
      body_format: "form",
      form_field: "payload",
      max_body_bytes: "1000000",
      event_map: '{ 2: push, "3": push, "04": push, -1: push, x: pull_request, "9007199254740993": push }',
      shape: "{ push: [ref, commits] }",
      events: "[push, { name: pull_request, method: onPull }]",
    });
    const config = await readAcme(`name: ACMECorp\ndocs: https://example.com\n${yaml}`);
    expect(config).toMatchObject({ name: "ACMECorp", docs: "https://example.com", warnings: [] });
    expect(config.webhooks[0]).toMatchObject({
      docs: "https://example.com/hook",
      paths: ["/a", "/b/"],
      verification: {
        type: "hmac_sha256",
        scheme: {
          signature_header: ["x-acme-signature"],
          signature_prefix: "v0=",
          signature_encoding: "base64",
          timestamp_header: "x-time",
          replay_tolerance: 300,
          signed_content: "v0:{timestamp}:{body}",
        },
      },
      event: { from: "field", path: "data.type" },
      actionField: "action",
      deliveryIds: [{ from: "field", path: "id" }],
      bodyFormat: "form",
      formField: "payload",
      maxBodyBytes: 1_000_000,
      events: [{ name: "push" }, { name: "pull_request", method: "onPull" }],
    });
    expect([...(config.webhooks[0]?.eventMap ?? [])]).toEqual([
      [2, "push"],
      [3, "push"],
      ["04", "push"],
      [-1, "push"],
      ["x", "pull_request"],
      ["9007199254740993", "push"],
    ]);
    expect([...(config.webhooks[0]?.shape ?? [])]).toEqual([["push", ["ref", "commits"]]]);
  });

  it("matches the text of a header in event_map", async () => {
    const config = await readAcme(yamlWith({ event_map: "{ 2: push }" }));
    expect([...(config.webhooks[0]?.eventMap ?? [])]).toEqual([["2", "push"]]);
  });

  it('refuses 2 and "2" side by side in event_map', async () => {
    const problems = await problemsOf(readAcme(yamlWith({ event_map: '{ 2: push, "2": push }' })));
    expect(problems).toMatchObject([{ code: "duplicate-key" }]);
  });

  it.each([
    [{ verification_type: null, signature_header: null }, ["missing-verification-type"]],
    [{ verification_type: null, verify_signature: null }, ["missing-verification-type"]],
    [{ verification_type: "none" }, ["none-needs-verify-false"]],
    [{ verification_type: "none", verify_signature: null }, ["none-needs-verify-false"]],
    [{ signature_header: null }, ["missing-signature-header"]],
    [{ event_header: null }, ["missing-event-source"]],
    [{ event_field: "type" }, ["conflicting-keys"]],
    [{ event: "push", event_field: "type" }, ["conflicting-keys"]],
    [{ event_header: null, event: "push", event_map: "{ a: push }" }, ["conflicting-keys"]],
    [{ event_header: null, event: "psuh" }, ["unknown-event"]],
    [{ events: null }, ["missing-events"]],
    [{ signed_content: '"{timestamp}{body}"' }, ["missing-timestamp-header"]],
    [{ replay_tolerance: "300" }, ["missing-timestamp-header"]],
    [
      { events: null, event_header: null, signature_header: null },
      ["missing-event-source", "missing-events", "missing-signature-header"],
    ],
  ])("refuses settings that contradict each other: %o", async (changes, codes) => {
    expect((await problemsOf(readAcme(yamlWith(changes)))).map((problem) => problem.code)).toEqual(codes);
  });

  it("looks for the delivery's id in the header before the fields", async () => {
    const config = await readAcme(yamlWith({ delivery_id_field: "[data.id, a.b + c, id]", delivery_id_header: "X-Id" }));
    expect(config.webhooks[0]?.deliveryIds).toEqual([
      { from: "header", name: "x-id" },
      { from: "field", path: "data.id" },
      { from: "joined", paths: ["a.b", "c"] },
      { from: "field", path: "id" },
    ]);
  });

  it("says loudly that nothing is verified", async () => {
    const changes = [{ verify_signature: "false" }, { verify_signature: "false", verification_type: "none" }];
    for (const change of changes) {
      const config = await readAcme(yamlWith(change));
      expect(config.webhooks[0]?.verification).toEqual({ type: "none", scheme: {} });
      expect(config.warnings).toMatchObject([
        {
          code: "unverified-webhook",
          severity: "warning",
          message: expect.stringContaining("verify_signature"),
          at: { line: 4 },
        },
      ]);
    }
  });

  it("warns of a weak hash and of an unsigned timestamp", async () => {
    const config = await readAcme(yamlWith({ verification_type: "hmac_sha1", timestamp_header: "X-Time" }));
    expect(config.warnings.map((warning) => warning.code)).toEqual(["weak-hash", "timestamp-not-signed"]);
  });
});

describe("named webhooks", () => {
  const withReleases = (lines: string, changes = {}): string => `${yamlWith(changes)}  releases:\n${lines}`;

  it("inherit everything from default but path and events", async () => {
    const shared = { action_field: "action", shape: "{ push: [ref] }", event_map: "{ a: push, b: pull_request }" };
    const config = await readAcme(withReleases("    events: [release, pull_request]\n", shared));
    const [first, releases] = config.webhooks;
    expect(releases).toEqual({
      ...first,
      name: "releases",
      paths: ["/webhooks/acme/releases"],
      shape: new Map(),
      eventMap: new Map([["b", "pull_request"]]),
      events: expect.anything(),
      at: expect.objectContaining({ line: 13, column: 3 }),
    });
    expect(releases?.events.map((event) => event.name)).toEqual(["release", "pull_request"]);
  });

  it("come after default, in the order of the file, and stand alone without it", async () => {
    const webhook = yamlWith().split("\n").slice(2).join("\n");
    const two = (first: string, second: string): string =>
      `webhooks:\n  ${first}:\n${webhook}  ${second}:\n${webhook}`.replaceAll("    path: /webhooks/acme\n", "");
    expect((await readAcme(two("zeta", "default"))).webhooks.map(({ name }) => name)).toEqual(["default", "zeta"]);
    expect((await readAcme(two("zeta", "alpha"))).webhooks.map(({ name }) => name)).toEqual(["zeta", "alpha"]);
  });

  it("drop the inherited scheme when they name another", async () => {
    const lines = "    verification_type: hmac_sha512\n    signature_header: X-Other\n    events: [release]\n";
    const config = await readAcme(withReleases(lines, { signature_prefix: '"sha256="', signature_encoding: "base64" }));
    expect(config.webhooks[1]?.verification).toEqual({ type: "hmac_sha512", scheme: { signature_header: ["x-other"] } });
  });

  it("keep it when they name the same, or refine it", async () => {
    const lines = '    verification_type: hmac_sha256\n    signature_prefix: "v1="\n    events: [release]\n';
    const config = await readAcme(withReleases(lines));
    expect(config.webhooks[1]?.verification).toEqual({
      type: "hmac_sha256",
      scheme: { signature_header: ["x-acme-signature"], signature_prefix: "v1=" },
    });
  });

  it("do not inherit that verification is off once they name a scheme", async () => {
    const lines = "    verification_type: hmac_sha512\n    signature_header: X-Other\n    events: [release]\n";
    const config = await readAcme(withReleases(lines, { verify_signature: "false" }));
    expect(config.webhooks.map(({ verification }) => verification.type)).toEqual(["none", "hmac_sha512"]);
  });

  it("replace the inherited event source and delivery id", async () => {
    const lines = "    event: release\n    delivery_id_field: id\n    events: [release]\n";
    const config = await readAcme(withReleases(lines, { delivery_id_header: "X-Id" }));
    expect(config.webhooks[1]).toMatchObject({
      event: { from: "constant", value: "release" },
      deliveryIds: [{ from: "field", path: "id" }],
    });
  });

  it("report what they inherit wrongly once", async () => {
    const problems = await problemsOf(readAcme(withReleases("    events: [release]\n", { action_field: "a..b" })));
    expect(problems.map((problem) => problem.code)).toEqual(["invalid-field-path"]);
  });

  it.each([
    ["    path: /x\n", "missing-events"],
    ["    events: [a]\n    shape: { push: [ref] }\n", "unknown-event"],
    ["    verification_type: hmac_sha512\n    events: [a]\n", "missing-signature-header"],
    ["    path: /webhooks/acme\n    events: [a]\n", "path-conflict"],
    ["    path: /webhooks/acme/\n    events: [a]\n", "path-conflict"],
    ["    events: [a]\n  other:\n    path: /webhooks/acme/releases\n    events: [a]\n", "path-conflict"],
  ])("are refused: %j", async (lines, code) => {
    expect(await problemsOf(readAcme(withReleases(lines)))).toMatchObject([{ code }]);
  });

  it.each([
    "../../../escape",
    "x { static {} } class Y",
    "",
    "Default",
    "handler",
    "payloads",
    "samples",
    "validators",
    "con",
    "lpt1",
    "a--b",
    "-a",
    "1a",
    "a".repeat(65),
  ])("cannot be called %j", async (name) => {
    const problems = await problemsOf(readAcme(`${yamlWith()}  ${JSON.stringify(name)}:\n    events: [a]\n`));
    expect(problems).toMatchObject([{ code: "invalid-webhook-name", message: expect.stringContaining("webhooks") }]);
    expect(problems[0]?.message).toContain(name.slice(0, 60));
  });
});
