import { describe, expect, it } from "vitest";
import type { ProviderConfig } from "../../src/config/provider-config.js";
import { readProviderConfig } from "../../src/config/read-provider-config.js";
import { packageRoot } from "../../src/package-root.js";
import { problemsOf, project, yamlWith } from "./read-yaml.js";

const events = { events: "[a]", event_header: "X-Event" };
const stripe = yamlWith({ ...events, signature_header: "Stripe-Signature", signature_pairs: "{ signature: v1, timestamp: t }", signed_content: '"{timestamp}.{body}"' });
const squeezy = yamlWith({ ...events, signature_header: "X-Squeezy", signature_encoding: "base64" });

/** What `acme` is, beside these built-in providers and these of the user's. */
async function readBeside(acme: string, builtin: Readonly<Record<string, string>>, own: Readonly<Record<string, string>> = {}): Promise<ProviderConfig> {
  const cwd = await project({
    "providers/acme/webhook.yaml": acme,
    ...Object.fromEntries(Object.entries(builtin).map(([name, yaml]) => [`package/providers/${name}/webhook.yaml`, yaml])),
    ...Object.fromEntries(Object.entries(own).map(([name, yaml]) => [`providers/${name}/webhook.yaml`, yaml])),
  });
  return readProviderConfig("acme", { cwd, providersDir: "providers", builtinDir: "package/providers" });
}

const named = (type: string, changes = {}): string => yamlWith({ verification_type: type, signature_header: null, ...changes });

describe("the name of a built-in provider as verification_type", () => {
  it("stands for its scheme: the package's own github", async () => {
    const cwd = await project({ "providers/acme/webhook.yaml": named("github") });
    const config = await readProviderConfig("acme", { cwd, providersDir: "providers", builtinDir: `${packageRoot()}/providers` });
    expect(config.webhooks[0]).toMatchObject({
      secretEnv: "ACME_WEBHOOK_SECRET",
      verification: { type: "hmac_sha256", scheme: { signature_header: ["x-hub-signature-256"], signature_prefix: "sha256=" } },
    });
    // Its scheme, and nothing else of it.
    expect(config.webhooks[0]).not.toHaveProperty("formField");
    expect(config.webhooks[0]?.deliveryIds).toEqual([]);
  });

  it("brings what its scheme rests on: the id that is signed, the form that is read", async () => {
    const twitch = yamlWith({ ...events, signed_content: '"{id}{body}"', delivery_id_header: "Twitch-Id", form_field: "unused" });
    const sign = yamlWith({ ...events, signature_header: null, signature_field: "event.hash", signed_content: '"{field:event.time}"', body_signed: "false", body_format: "form", form_field: "json" });
    expect((await readBeside(named("twitch"), { twitch })).webhooks[0]).toMatchObject({ deliveryIds: [{ from: "header", name: "twitch-id" }] });
    expect((await readBeside(named("twitch", { delivery_id_header: "X-Own" }), { twitch })).webhooks[0]).toMatchObject({ deliveryIds: [{ name: "x-own" }] });
    expect((await readBeside(named("twitch"), { twitch })).webhooks[0]).not.toHaveProperty("formField");
    expect((await readBeside(named("sign"), { sign })).webhooks[0]).toMatchObject({ bodyFormat: "form", formField: "json" });
  });

  it("is written with _ for the folder's -", async () => {
    const config = await readBeside(named("lemon_squeezy"), { "lemon-squeezy": squeezy });
    expect(config.webhooks[0]?.verification.scheme).toEqual({ signature_header: ["x-squeezy"], signature_encoding: "base64" });
  });

  it("lets the webhook's own keys come on top", async () => {
    const config = await readBeside(named("stripe", { signature_header: "Acme-Signature", replay_tolerance: "60" }), { stripe });
    expect(config.webhooks[0]?.verification.scheme).toMatchObject({ signature_header: ["acme-signature"], signature_pairs: { signature: "v1", timestamp: "t" }, replay_tolerance: 60 });
  });

  it("may stand for another name", async () => {
    const config = await readBeside(named("copy"), { copy: named("stripe", { ...events, replay_tolerance: "60" }), stripe });
    expect(config.webhooks[0]?.verification.scheme).toMatchObject({ signature_header: ["stripe-signature"], replay_tolerance: 60 });
  });

  it("does not change with the user's own provider of that name", async () => {
    const own = yamlWith({ ...events, signature_header: "X-Evil", verification_type: "token" });
    const config = await readBeside(named("stripe"), { stripe }, { stripe: own });
    expect(config.webhooks[0]?.verification).toMatchObject({ type: "hmac_sha256", scheme: { signature_header: ["stripe-signature"] } });
  });

  it("is not the name of a provider that only the user has", async () => {
    const problems = await problemsOf(readBeside(named("mine"), { stripe }, { mine: squeezy }));
    expect(problems).toMatchObject([{ code: "unknown-value", hint: expect.stringContaining("Use one of") }]);
  });

  it.each([
    ["strip", "Did you mean stripe?"],
    ["Stripe", "Did you mean stripe?"],
    ["lemon-squeezy", "Did you mean lemon_squeezy?"],
    ["../stripe", "Did you mean stripe?"],
    ["zzzzzzzz", "or the name of a built-in provider"],
    ["__proto__", "or the name of a built-in provider"],
    ["constructor", "or the name of a built-in provider"],
    ["a".repeat(10_000), "or the name of a built-in provider"],
  ])("is suggested for %s", async (word, hint) => {
    const problems = await problemsOf(readBeside(named(word), { stripe, "lemon-squeezy": squeezy }));
    expect(problems).toMatchObject([{ code: "unknown-value", at: { line: 6, column: 24 }, hint: expect.stringContaining(hint) }]);
    expect(problems[0]?.message.length).toBeLessThan(120);
  });

  it.each([
    ["itself", { copy: named("copy", events) }],
    ["two that name each other", { copy: named("other", events), other: named("copy", events) }],
    ["one without a default webhook", { copy: stripe.replace("default:", "payments:") }],
    ["one that does not say how it signs", { copy: yamlWith({ ...events, verify_signature: "false", verification_type: null }) }],
    ["one with a key that is refused", { copy: yamlWith({ ...events, required_headers: '{ X-A: "a b" }' }) }],
    ["one that is no YAML", { copy: "webhooks: [" }],
  ])("is refused where it leads nowhere: %s", async (_, builtin: Readonly<Record<string, string>>) => {
    const problems = await problemsOf(readBeside(named("copy"), builtin));
    expect(problems.map(({ code }) => code)).toContain("unknown-value");
    expect(problems.filter(({ at }) => at?.file === "providers/acme/webhook.yaml")).toMatchObject([{ at: { line: 6, column: 24 } }]);
  });

  it("does not turn verification off with the provider's", async () => {
    const open = yamlWith({ ...events, verify_signature: "false", verification_type: "none", signature_header: null });
    expect(await problemsOf(readBeside(named("open"), { open }))).toMatchObject([{ code: "none-needs-verify-false" }]);
  });
});

describe("a named scheme and inheritance", () => {
  const acme = (first: object, second: string): string => `${named("stripe", first)}  other:\n    events: [a]\n${second}`;
  const builtin = { stripe, squeezy };

  it("passes whole to a webhook that says nothing", async () => {
    const { webhooks } = await readBeside(acme({ replay_tolerance: "60" }, ""), builtin);
    expect(webhooks[1]?.verification).toEqual(webhooks[0]?.verification);
  });

  it("takes nothing of the scheme it replaces", async () => {
    const { webhooks } = await readBeside(acme({ replay_tolerance: "60", required_headers: '{ X-A: "1" }' }, "    verification_type: squeezy\n"), builtin);
    expect(webhooks[1]?.verification.scheme).toEqual({ signature_header: ["x-squeezy"], signature_encoding: "base64" });
  });

  it("leaves nothing to a type of the same name that is said beside it", async () => {
    const { webhooks } = await readBeside(acme({}, "    verification_type: hmac_sha256\n    signature_header: X-Plain\n"), builtin);
    expect(webhooks[1]?.verification.scheme).toEqual({ signature_header: ["x-plain"] });
  });

  it("takes nothing of a type of the same name", async () => {
    const plain = yamlWith({ signature_prefix: '"sha256="', secret_encoding: "hex" });
    const { webhooks } = await readBeside(`${plain}  other:\n    events: [a]\n    verification_type: squeezy\n`, builtin);
    expect(webhooks[1]?.verification.scheme).toEqual({ signature_header: ["x-squeezy"], signature_encoding: "base64" });
  });

  it("asks for verification where it was inherited as off", async () => {
    const open = yamlWith({ verify_signature: "false", verification_type: null, signature_header: null });
    const { webhooks } = await readBeside(`${open}  other:\n    events: [a]\n    verification_type: stripe\n`, builtin);
    expect(webhooks.map(({ verification }) => verification.type)).toEqual(["none", "hmac_sha256"]);
  });
});
