import { describe, expect, it } from "vitest";
import { looksLikeSecret } from "../../src/config/secret-shape.js";
import { problemsOf, readAcme, yamlWith } from "./read-yaml.js";

const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

describe("an inline secret is refused and never shown", () => {
  const places: readonly (readonly [string, string])[] = [
    ["where the variable's name belongs", yamlWith({ signing_secret_env: secret })],
    ["a live key", yamlWith({ signing_secret_env: "sk_live_MfKQ9r8GKYqrTwjU" })],
    ["a random run without a prefix", yamlWith({ signing_secret_env: "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" })],
    ["hexadecimal", yamlWith({ signing_secret_env: "b1946ac92492d2347c6235b4d2611184" })],
    ["signing_secret", yamlWith({ signing_secret: "MfKQ" })],
    ["secret", yamlWith({ secret: "MfKQ" })],
    ["token", yamlWith({ token: "MfKQ" })],
    ["password", yamlWith({ password: "MfKQ" })],
    ["api_key", yamlWith({ api_key: "MfKQ" })],
    ["apiKey", yamlWith({ apiKey: "MfKQ" })],
    ["at the top", `signing_secret: MfKQ\n${yamlWith()}`],
    ["in a block", yamlWith({ signing_secret: "|\n      first\n      MfKQ" })],
    ["in an escaped key", yamlWith({ '"signing\\x5fsecret"': "MfKQ" })],
    ["on the line after its key", yamlWith({ signing_secret: "\n      MfKQ" })],
    ["in a list", yamlWith({ secrets: "[a,\n      MfKQ]" })],
  ];

  it.each(places)("%s", async (_, yaml) => {
    const problems = await problemsOf(readAcme(yaml));
    expect(problems.map((problem) => problem.code)).toContain("inline-secret");
    expect(JSON.stringify(problems)).not.toMatch(/MfKQ|b1946ac9/);
  });

  it.each([
    ["a name that cannot be one", yamlWith({ signing_secret_env: '"MfKQ!"' })],
    ["a number", yamlWith({ signing_secret_env: "4711471147114711" })],
    ["a neighbour of another problem", yamlWith({ verify_signatur: "true", path: secret })],
    ["a value elsewhere", yamlWith({ verification_type: secret })],
    ["in a key", yamlWith({ [secret]: "x" })],
    ["in a file that does not parse", `${yamlWith({ secret: "MfKQ" })}   bad: [\n`],
    ["a scalar that does not parse", yamlWith({ signing_secret: '"MfKQ' })],
    ["in a block of a file that does not parse", `${yamlWith({ secret: "|\n      a\n      MfKQ" })}    x: ]\n`],
  ])("%s is not shown either", async (_, yaml) => {
    expect(JSON.stringify(await problemsOf(readAcme(yaml)))).not.toMatch(/MfKQ|47114711/);
  });

  it.each([
    "ACME_WEBHOOK_SECRET",
    "acme_webhook_secret",
    "GITHUB_WEBHOOK_SECRET_V2",
    "MyAppWebhookSecret2",
    "S3_KEY",
    "_X",
  ])("the name %s passes", async (name) => {
    expect((await readAcme(yamlWith({ signing_secret_env: name }))).webhooks[0]?.secretEnv).toBe(name);
  });

  it("a code injection is refused as a name", async () => {
    const problems = await problemsOf(readAcme(yamlWith({ signing_secret_env: '"X\\"];globalThis.X=1;[\\""' })));
    expect(problems).toMatchObject([
      { code: "invalid-env-name", message: expect.stringContaining("signing_secret_env") },
    ]);
  });

  it.each([
    "push",
    "customer.subscription.trial_will_end",
    "sha256=",
    "/webhooks/github/releases",
    "X-Hub-Signature-256",
  ])("%s does not look like a secret", (text) => expect(looksLikeSecret(text)).toBe(false));
});
