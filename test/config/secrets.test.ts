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
    ["shared_key", yamlWith({ shared_key: "MfKQ" })],
    ["pwd", yamlWith({ pwd: "MfKQ" })],
    ["bearer", yamlWith({ bearer: "MfKQ" })],
    ["signing_secret_base64", yamlWith({ signing_secret_base64: "MfKQ" })],
    ["at the top", `signing_secret: MfKQ\n${yamlWith()}`],
    ["in a block", yamlWith({ signing_secret: "|\n      first\n      MfKQ" })],
    ["in an escaped key", yamlWith({ '"signing\\x5fsecret"': "MfKQ" })],
    ["on the line after its key", yamlWith({ signing_secret: "\n      MfKQ" })],
    ["in a list", yamlWith({ secrets: "[a,\n      MfKQ]" })],
    ["as a parameter", yamlWith({ parameters: `{ webhookId: ${secret} }` })],
    ["as a parameter on a line of its own", yamlWith({ parameters: "\n      webhookId: ACME_ID\n      key: MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" })],
    ["as the name of a parameter", yamlWith({ parameters: `{ ${secret}: "${secret}" }` })],
    ["as what a header must say", yamlWith({ required_headers: `{ X-Acme: ${secret} }` })],
    ["as what a header of secrets must say", yamlWith({ required_headers: "{ X-Acme-Token: MfKQ }" })],
    ["as what an API key must say", yamlWith({ required_headers: "\n      X-Version: a\n      X-Api-Key: MfKQ" })],
    ["as what Authorization must say", yamlWith({ required_headers: '{ Authorization: "Bearer MfKQ" }' })],
    ["before the signature", yamlWith({ signature_prefix: '"Bearer ghp_MfKQ9r8GKYqrTwjU"' })],
    ["in what is signed", yamlWith({ signed_content: '"MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw{body}"' })],
    ["as what tells a handshake", yamlWith({ handshakes: `[{ when: { field: a, equals: ${secret} }, reply: { status: 200 } }]` })],
    ["as the token that tells a handshake", yamlWith({ handshakes: "[{ when: { field: hub.verify_token, equals: MfKQ }, reply: { status: 200 } }]" })],
    ["as the token of a header", yamlWith({ handshakes: "[{ when: { header: X-Token, equals: MfKQ }, reply: { status: 200 } }]" })],
    ["as the answer to a handshake", yamlWith({ handshakes: `[{ when: { field: a, equals: b }, reply: { json: { a: ${secret} } } }]` })],
    ["beside the pairs of a signature", yamlWith({ signature_pairs: "{ signature: v1, secret: MfKQ }" })],
  ];

  it.each(places)("%s", async (_, yaml) => {
    const problems = await problemsOf(readAcme(yaml));
    expect(problems.map((problem) => problem.code)).toContain("inline-secret");
    expect(JSON.stringify(problems)).not.toMatch(/MfKQ|b1946ac9/);
    for (const { hint, at } of problems) expect([hint, at?.line]).toEqual([expect.stringMatching(/\.$/), expect.any(Number)]);
  });

  it.each([
    ["a name that cannot be one", yamlWith({ signing_secret_env: '"MfKQ!"' })],
    ["a number", yamlWith({ signing_secret_env: "4711471147114711" })],
    ["a neighbour of another problem", yamlWith({ verify_signatur: "true", path: secret })],
    ["a value elsewhere", yamlWith({ verification_type: secret })],
    ["in a key", yamlWith({ [secret]: "x" })],
    ["in a file that does not parse", `${yamlWith({ secret: "MfKQ" })}   bad: [\n`],
    ["before the host of an address", yamlWith({ docs: "https://user:MfKQ@example.com/" })],
    ["a scalar that does not parse", yamlWith({ signing_secret: '"MfKQ' })],
    ["a secret in place of its prefix", yamlWith({ secret_prefix: secret, secret_encoding: "base64" })],
    ["a guessable one in place of its prefix", yamlWith({ secret_prefix: "[a_, MfKQ-correct-horse-battery]", secret_encoding: "base64" })],
    ["a number in place of its prefix", yamlWith({ secret_prefix: "4711471147114711" })],
    ["a variable's name that cannot be one", yamlWith({ parameters: '{ a: "MfKQ!" }' })],
    ["a number as a parameter", yamlWith({ parameters: "{ a: 4711471147114711 }" })],
    ["a header's value that cannot be one", yamlWith({ required_headers: '{ X-A: "MfKQ horse" }' })],
    ["a number as a header's value", yamlWith({ required_headers: "{ X-A: 4711471147114711 }" })],
    ["a claim", yamlWith({ jwt_issuer: `"${secret} x"` })],
    ["a claim's hash", yamlWith({ jwt_hashes: `{ payload_hash: ${secret} }` })],
    ["a host", yamlWith({ certificate_hosts: `[${secret}]` })],
    ["an algorithm", yamlWith({ jwt_algorithms: `[${secret}, ${secret}]` })],
    ["a key's place", yamlWith({ jwt_keys: `https://acme.com/?key=${secret}` })],
    ["a password in a key's place", yamlWith({ jwt_keys: "https://acme:MfKQ@acme.com/jwks" })],
    ["a pair", yamlWith({ signature_pairs: `{ signature: "${secret}=" }` })],
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
