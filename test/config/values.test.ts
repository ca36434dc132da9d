import { describe, expect, it } from "vitest";
import { problemsOf, readAcme, yamlWith } from "./read-yaml.js";

const refused: readonly (readonly [string, string, string, string])[] = [
  ["verify_signature", '"false"', "wrong-type", "Write it without quotes"],
  ["verify_signature", "no", "wrong-type", "Write it without quotes"],
  ["verify_signature", "", "wrong-type", "Write true or false"],
  ["verification_type", "__proto__", "unknown-value", "hmac_sha256"],
  ["verification_type", "constructor", "unknown-value", "hmac_sha256"],
  ["verification_type", "sha256", "unknown-value", "Use one of"],
  ["verification_type", "hmac_sha265", "unknown-value", "Did you mean hmac_sha256?"],
  ["signature_encoding", "Hex", "unknown-value", "Did you mean hex?"],
  ["signature_header", '"X\\"+(globalThis.X=1)+\\""', "invalid-header-name", "one header"],
  ["signature_header", '""', "invalid-header-name", "one header"],
  ["signature_header", "X Sig", "invalid-header-name", "one header"],
  ["signature_prefix", '"é="', "invalid-signature-prefix", "printable"],
  ["path", "webhooks", "invalid-path", "begins with one /"],
  ["path", "//evil.example/a", "invalid-path", "begins with one /"],
  ["path", "/a//b", "invalid-path", "begins with one /"],
  ["path", "/a?b=1", "invalid-path", "no query"],
  ["path", '"/a#b"', "invalid-path", "no query"],
  ["path", "/a/../b", "invalid-path", "letters"],
  ["path", "/a/%2e%2e/b", "invalid-path", "letters"],
  ["path", "/a/:id", "invalid-path", "no pattern"],
  ["path", "/a/*", "invalid-path", "no pattern"],
  ["path", '"/a\\"; globalThis.X=1; \\""', "invalid-path", "letters"],
  ["path", '"/a/${globalThis.X=1}"', "invalid-path", "letters"],
  ["path", "[]", "wrong-type", "at least one"],
  ["path", "[/a, /a]", "duplicate-path", "Remove"],
  ["path", "[/a, 1]", "wrong-type", "quotes"],
  ["replay_tolerance", "0", "wrong-type", "1 to 86400"],
  ["replay_tolerance", "1.5", "wrong-type", "1 to 86400"],
  ["replay_tolerance", "86401", "wrong-type", "1 to 86400"],
  ["replay_tolerance", '"300"', "wrong-type", "without quotes"],
  ["signed_content", '"{timestamp}"', "invalid-signed-content", "body"],
  ["signed_content", '"{body}{body}"', "invalid-signed-content", "body"],
  ["signed_content", '"{bdy}"', "invalid-signed-content", "Did you mean {body}?"],
  ["signed_content", '"{{body}"', "invalid-signed-content", "{body}"],
  ["action_field", "a..b", "invalid-field-path", "dots"],
  ["action_field", "a.__proto__.b", "invalid-field-path", "dots"],
  ["action_field", "constructor", "invalid-field-path", "dots"],
  ["action_field", '"a[0]"', "invalid-field-path", "dots"],
  ["docs", "http://example.com", "invalid-docs", "https://"],
  ["docs", "https://user:pw@example.com", "invalid-docs", "https://"],
  ["docs", '"javascript:alert(1)"', "invalid-docs", "https://"],
  ["form_field", '"a b"', "invalid-field-name", "payload"],
  ["max_body_bytes", "0", "wrong-type", "1 to"],
  ["events", "push", "wrong-type", "list"],
  ["events", "[]", "wrong-type", "at least one"],
  ["events", "[404]", "wrong-type", "quotes"],
  ["events", "[null]", "wrong-type", "text"],
  ["events", "[true]", "wrong-type", "quotes"],
  ["events", "[{ a: 1 }]", "unknown-key", "name"],
  ["events", "[{ method: onX }]", "wrong-type", "name"],
  ["events", '[{ name: push, method: "on x" }]', "invalid-method", "onFooBar"],
  ["events", '[""]', "invalid-event-name", "exactly"],
  ["events", '["  "]', "invalid-event-name", "exactly"],
  ["events", '[" push "]', "invalid-event-name", "exactly"],
  ["events", '["*"]', "invalid-event-name", "exactly"],
  ["events", '["issues.*"]', "invalid-event-name", "exactly"],
  ["events", '["../../../escape"]', "invalid-event-name", "exactly"],
  ["events", '["a\\\\b"]', "invalid-event-name", "exactly"],
  ["events", "[push, push]", "duplicate-event", "Keep one"],
  ["events", "[Push, push]", "event-collision", "Keep one"],
  ["events", '["caf\\u00e9", "cafe\\u0301"]', "event-collision", "Keep one"],
  ["shape", "[a]", "wrong-type", "map"],
  ["shape", "{ push: [] }", "wrong-type", "at least one"],
  ["shape", "{ push: [a, a] }", "invalid-shape", "distinct"],
  ["shape", "{ push: [__proto__] }", "invalid-shape", "distinct"],
  ["shape", "{ psuh: [ref] }", "unknown-event", 'Did you mean "push"?'],
  ["event_map", "{ 2: psuh }", "unknown-event", 'Did you mean "push"?'],
  ["event_map", "{ 2: 3 }", "wrong-type", "quotes"],
];

describe("values", () => {
  it.each(refused)("refuses %s: %s", async (key, value, code, hint) => {
    const problems = await problemsOf(readAcme(yamlWith({ [key]: value })));
    const problem = problems.find((candidate) => candidate.code === code);
    expect(problem, JSON.stringify(problems)).toMatchObject({ severity: "error", at: { line: expect.any(Number) } });
    expect(`${problem?.message} ${problem?.frame}`).toContain(key);
    expect(problem?.hint).toContain(hint);
  });

  it("reports everything at once, in the order of the file", async () => {
    const problems = await problemsOf(
      readAcme(
        yamlWith({
          path: "x",
          verify_signatur: "true",
          verification_type: "md5",
          signature_header: "a b",
          events: "[a, a]",
        }),
      ),
    );
    expect(problems.map(({ code, at }) => `${code}:${at?.line}`)).toEqual([
      "invalid-path:3",
      "unknown-value:6",
      "invalid-header-name:7",
      "duplicate-event:9",
      "unknown-key:10",
    ]);
  });

  it.each([
    ["verify_signatur", "Did you mean verify_signature?"],
    ["Verify_Signature", "Did you mean verify_signature?"],
    ["signature_heade", "Did you mean signature_header?"],
    ["__proto__", "Use one of"],
    ["zzzzzzzz", "Use one of"],
  ])("refuses the unknown key %s", async (key, hint) => {
    const [problem] = await problemsOf(readAcme(yamlWith({ [key]: "x" })));
    expect(problem).toMatchObject({ code: "unknown-key", hint: expect.stringContaining(hint) });
    expect(problem?.message).toContain(key);
  });

  it("refuses unknown keys and wrong values at the top", async () => {
    const problems = await problemsOf(readAcme(`name: git-hub\ndosc: x\ndocs: x\n${yamlWith()}`));
    expect(problems.map((problem) => problem.code)).toEqual(["invalid-name", "unknown-key", "invalid-docs"]);
  });

  it("keeps legitimate odd event names as they are", async () => {
    const names = ["orders/create", "a.b", 'a"b', "c'd", "`${x}`", "__proto__", "constructor", "then", "çeşit", "a b"];
    const config = await readAcme(yamlWith({ events: JSON.stringify(names) }));
    expect(config.webhooks[0]?.events.map((event) => event.name)).toEqual(names);
  });
});
