import { generateKeyPairSync } from "node:crypto";
import type { WebhookSpec } from "@smart-webhooks/runtime";
import { describe, expect, it } from "vitest";
import { newKeys, newPrivateKey } from "../../src/delivery/new-keys.js";
import { signingKey } from "../../src/delivery/signing-key.js";
import type { GenerateError } from "../../src/errors.js";
import { loadProvider } from "../../src/load-provider.js";

async function specOf(provider: string): Promise<WebhookSpec> {
  return (await loadProvider(provider, { cwd: "/nowhere" })).webhooks["default"]?.spec as WebhookSpec;
}

function problem(run: () => unknown): string | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    return (error as GenerateError).problems[0]?.code;
  }
}

describe("signingKey", () => {
  it("is the secret of the environment, without a file's line break", async () => {
    const spec = await specOf("slack");
    expect(signingKey(spec, { env: { SLACK_SIGNING_SECRET: "abc\n" } })).toBe("abc");
    expect(signingKey(spec, { env: { SLACK_SIGNING_SECRET: "abc", MINE: "def" }, secretEnv: "MINE" })).toBe("def");
    expect(problem(() => signingKey(spec, { env: {} }))).toBe("secret-missing");
    expect(problem(() => signingKey(spec, { env: { SLACK_SIGNING_SECRET: "a" }, privateKey: newPrivateKey("rsa") }))).toBe("unused-private-key");
  });

  it("is never one that the receiver could not use, and is not told", async () => {
    const spec = await specOf("standard-webhooks");
    let message = "";
    try {
      signingKey(spec, { env: { STANDARD_WEBHOOKS_SECRET: "whsec_???hidden???" } });
    } catch (error) {
      message = JSON.stringify((error as GenerateError).problems);
    }
    expect(message).toContain("secret-unusable");
    expect(message).not.toContain("hidden");
    const key = `whpk_${Buffer.from(generateKeyPairSync("ed25519").publicKey.export({ type: "spki", format: "der" }).subarray(-32)).toString("base64")}`;
    expect(problem(() => signingKey(spec, { env: { STANDARD_WEBHOOKS_SECRET: key } }))).toBe("no-private-key");
    expect(signingKey(spec, { env: {}, privateKey: newPrivateKey("ed25519") })).toMatch(/^-----BEGIN PRIVATE KEY/);
  });

  it("is a private key of the right kind where the provider signs with one, whatever its PEM is", async () => {
    const [discord, paypal, sendgrid] = await Promise.all([specOf("discord"), specOf("paypal"), specOf("sendgrid")]);
    expect(problem(() => signingKey(discord, { env: { DISCORD_PUBLIC_KEY: "00" } }))).toBe("no-private-key");
    expect(problem(() => signingKey(discord, { env: {}, privateKey: newPrivateKey("rsa") }))).toBe("bad-private-key");
    expect(problem(() => signingKey(discord, { env: {}, privateKey: "nonsense" }))).toBe("bad-private-key");
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    expect(signingKey(paypal, { env: {}, privateKey: String(privateKey.export({ type: "pkcs1", format: "pem" })) })).toMatch(/^-----BEGIN PRIVATE KEY/);
    const other = String(generateKeyPairSync("ec", { namedCurve: "P-384" }).privateKey.export({ type: "pkcs8", format: "pem" }));
    expect(problem(() => signingKey(sendgrid, { env: {}, privateKey: other }))).toBe("bad-private-key");
  });
});

describe("newKeys", () => {
  it("are others each time", async () => {
    const spec = await specOf("github");
    expect(newKeys(spec).own).not.toBe(newKeys(spec).own);
  });
});
