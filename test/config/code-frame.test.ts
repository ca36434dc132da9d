import { expect, it } from "vitest";
import { codeFrame } from "../../src/code-frame.js";
import { problemsOf, readAcme, yamlWith } from "./read-yaml.js";

it("shows two lines around the place, numbered, with a caret", async () => {
  const problems = await problemsOf(readAcme(yamlWith({ verification_type: "HMAC_SHA256" })));
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatchObject({
    code: "unknown-value",
    at: { file: "providers/acme/webhook.yaml", line: 6, column: 24 },
    hint: "Did you mean hmac_sha256?",
  });
  expect(problems[0]?.frame).toBe(
    [
      "  4 |     verify_signature: true",
      "  5 |     signing_secret_env: ACME_WEBHOOK_SECRET",
      "> 6 |     verification_type: HMAC_SHA256",
      "    |                        ^",
      "  7 |     signature_header: X-Acme-Signature",
      "  8 |     event_header: X-Acme-Event",
    ].join("\n"),
  );
});

it("cuts long lines around the place and keeps the caret under it", () => {
  const text = `${"a".repeat(500)}X${"b".repeat(500)}`;
  const [line = "", caret = ""] = codeFrame([text], { line: 1, column: 501 }).split("\n");
  expect(line.length).toBeLessThan(120);
  expect(line[caret.indexOf("^")]).toBe("X");
});

it("prints neither tabs nor what a terminal would obey", () => {
  expect(codeFrame(["a:\t\u001b[31mx\u202e"], { line: 1, column: 1 })).toBe("> 1 | a: \u{FFFD}[31mx\u{FFFD}\n    | ^");
});
