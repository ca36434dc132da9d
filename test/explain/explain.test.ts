import { describe, expect, it } from "vitest";
import { causeCodes } from "../../src/explain/cause-code.js";
import { explain } from "../../src/explain/explain.js";
import { loadProvider } from "../../src/load-provider.js";
import { tempFolder } from "../temp-folder.js";
import { brokenRequests, rightRequests } from "./broken-requests.js";
import { signedCase } from "./signed-case.js";

describe("a right request", () => {
  it.each(rightRequests)("of %s is taken", async (_, provider, options) => {
    const { accepted, signature, cause } = await explain(await signedCase(provider, options));
    expect({ accepted, signature, cause }).toEqual({ accepted: true, signature: "right", cause: undefined });
  });
});

describe("a broken request", () => {
  it.each(brokenRequests.map((one) => [one.name, one] as const))("%s", async (_, { provider, with: options, broken, code, says, fix }) => {
    const given = broken(await signedCase(provider, options));
    const explanation = await explain(given, async () => {
      const { webhooks } = await loadProvider("github", { cwd: tempFolder() });
      return Object.values(webhooks).map(({ spec }) => spec);
    });
    expect(explanation.accepted).toBe(false);
    expect(explanation.cause).toMatchObject({ code, message: expect.stringMatching(says) as string, fix: expect.stringMatching(fix) as string });
    const all = JSON.stringify(explanation);
    const secrets = [options.secret, options.signedWith ?? "", ...given.secrets.map(({ value }) => value.trim())].flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1), Buffer.from(secret).toString("base64"), secret.slice(0, 12)]);
    for (const secret of secrets.filter((one) => one.length >= 8)) expect(all).not.toContain(secret);
  });

  it("can be explained by each cause that there is", () => {
    const tested = new Set(brokenRequests.map(({ code }) => code));
    expect(causeCodes.filter((code) => !tested.has(code))).toEqual([]);
  });
});

describe("what a request holds under the name of a secret", () => {
  it.each([
    ["slack", { secret: "It's-a-Secret", event: "app_mention", payload: '{"token":"Shh-verification-token","event":{"type":"app_mention"}}' }, "/webhooks/slack"],
    ["square", { secret: "It's-a-Secret", event: "payment.created", payload: '{"type":"payment.created"}', publicUrl: "https://hooks.example.com" }, "/webhooks/square?api_key=Shh-verification-token"],
  ] as const)("is not shown (%s)", async (provider, options, url) => {
    const right = await signedCase(provider, options);
    for (const value of [right.secrets, [{ name: "X", value: "another-secret" }]]) {
      expect(JSON.stringify(await explain({ ...right, secrets: value, request: { ...right.request, url } }))).not.toContain("verification-token");
    }
  });
});

describe("what is shown of a long body", () => {
  const secret = "a-secret-of-some-length-0123456789";

  it.each([
    ["the secret, at the place where it is cut", `${"p".repeat(105)}${secret}${"q".repeat(500)}${secret}${"p".repeat(105)}`, "a-secret-of", "0123456789"],
    ["the secret in hex", `${Buffer.from(secret).toString("hex")}${"q".repeat(500)}`, Buffer.from("-of-some-").toString("hex"), "-of-some-"],
    ["a token that is longer than what is shown", `{"access_token":"${"T".repeat(900)}"}`, "TTTTTTTTT", "TTTTTTTTT"],
    ["a long token in a form", `a=b&access_token=${"T".repeat(900)}`, "TTTTTTTTT", "TTTTTTTTT"],
  ])("holds no part of %s", async (_, payload, ...parts) => {
    const right = await signedCase("github", { secret, event: "push", payload });
    const { accepted, steps } = await explain(right);
    expect(accepted).toBe(true);
    for (const part of parts) expect(JSON.stringify(steps)).not.toContain(part);
  });
});

describe("the work", () => {
  it("is bounded, however large the body", async () => {
    const right = await signedCase("github", { secret: "It's-a-Secret", event: "push", payload: JSON.stringify({ list: Array.from({ length: 9000 }, (_, id) => ({ id, text: "é / <" })) }) });
    let [verified, bytes] = [0, 0];
    const { verify } = right.spec;
    const counting = { ...right.spec, verify: { ...verify, verify: (...[check, keys]: Parameters<typeof verify.verify>) => {
      verified += 1;
      bytes += check.delivery.body.length;
      return verify.verify(check, keys);
    } } };
    const { cause } = await explain({ ...right, spec: counting, secrets: [{ name: "GITHUB_WEBHOOK_SECRET", value: "another-secret" }] });
    expect(cause?.code).toBe("secret-wrong");
    expect(verified).toBeLessThan(4010);
    expect(bytes).toBeLessThan(66 * 1024 * 1024);
  });

  it("ends for bodies in bodies, however deep, and for half a character in a credential", async () => {
    const right = await signedCase("github", { secret: "It's-a-Secret", event: "push", payload: "{}" });
    const deep = `${"[".repeat(20_000)}${"]".repeat(20_000)}`;
    for (const body of [`{"body":{"data":${deep}}}`, `{"body":{"data":[${deep}]}}`, `{"body":{"data":[1,"2",{}]}}`]) {
      const { cause } = await explain({ ...right, request: { ...right.request, body: new TextEncoder().encode(body) } });
      expect(cause?.code).toBe("secret-wrong");
    }
    const { accepted } = await explain({ ...right, request: { ...right.request, headers: { ...right.request.headers, authorization: "\ud800 0123456789" } } });
    expect(accepted).toBe(true);
  });

  it("ends where a header names more hosts than there are proxies", async () => {
    const right = await signedCase("twilio", { secret: "12345678901234567890", event: "incoming_message", payload: "a=b", publicUrl: "https://hooks.example.com" });
    const hosts = Array.from({ length: 1_000_000 }, (_, index) => `h${index}`).join(",");
    const { accepted } = await explain({ ...right, publicUrl: undefined, request: { ...right.request, headers: { ...right.request.headers, "x-forwarded-host": hosts, "x-forwarded-prefix": hosts } } });
    expect(accepted).toBe(false);
  });

  it("ends for requests that no server would take", async () => {
    const right = await signedCase("twilio", { secret: "12345678901234567890", event: "incoming_message", payload: "a=b", publicUrl: "https://hooks.example.com" });
    for (const url of [`/${"/".repeat(1_000_000)}a`, `/?${"a=b&".repeat(200_000)}`, "\0", "https://[::1"]) {
      const { accepted } = await explain({ ...right, request: { ...right.request, url, headers: { ...right.request.headers, "x-forwarded-host": "a,".repeat(100_000), forwarded: "host=".repeat(10_000) } } });
      expect(accepted).toBe(false);
    }
    for (const body of ["[".repeat(400_000), `[${"1".repeat(400_000)}`, " ".repeat(400_000), `{"a":${"[".repeat(390)}1${"]".repeat(390)}}`, "\0\u{FFFD}"]) {
      const { accepted } = await explain({ ...right, request: { ...right.request, body: new TextEncoder().encode(body) } });
      expect(accepted).toBe(false);
    }
  });
});
