import { describe, expect, it } from "vitest";
import type { schemeReaders } from "../../src/config/scheme-keys.js";
import { schemeRules } from "../../src/config/scheme-rules.js";
import { type VerificationType, verificationTypes } from "../../src/config/verification-types.js";
import { problemsOf, readAcme, refusalsOf, yamlWith } from "./read-yaml.js";
import type { Changes } from "./scheme-rows.js";

/** A value for each key that its reader takes. */
const sound: Readonly<Record<keyof typeof schemeReaders, string>> = {
  signature_header: "X-A", signature_field: "a", signature_query: "a", signature_prefix: "v1=", signature_encoding: "hex", signature_list: '","',
  signature_pairs: "{ signature: v1 }", signature_form: "der", signed_content: '"{body}"', signed_items: '"a[]"', signed_url: "exact", body_signed: "true",
  body_hash_query: "a", secret_encoding: "hex", secret_prefix: "a_", timestamp_header: "X-T", timestamp_field: "t", timestamp_format: "seconds",
  replay_tolerance: "300", required_headers: "{ X-A: a }", certificate_url_header: "X-C", certificate_hosts: "[a.com]",
  standard_headers: "[svix]", jwt_algorithms: "[HS256]", jwt_keys: "kid", jwt_issuer: "a", jwt_audience: "a", jwt_leeway: "5", jwt_hashes: "{ a: body }",
};

describe("a type of verification", () => {
  it.each(verificationTypes.filter((type) => type !== "none"))("%s refuses every key that means nothing to it", async (type) => {
    const problems = await problemsOf(readAcme(yamlWith({ ...sound, verification_type: type, events: "[a, a]" })));
    const unused = problems.filter(({ message }) => message.endsWith(`means nothing for verification_type: ${type}`)).map(({ message }) => /^"(\w+)"/.exec(message)?.[1]);
    const keys = Object.keys(sound).filter((key) => !schemeRules[type].takes.some((one) => one === key));
    expect(unused.toSorted()).toEqual(keys.toSorted());
  });

  it.each([
    ["hmac_sha256", "signature_form"],
    ["hash_sha256", "secret_encoding"],
    ["ed25519", "certificate_hosts"],
    ["ecdsa", "secret_encoding"],
    ["rsa", "secret_prefix"],
    ["jwt", "signed_content"],
    ["jwt", "timestamp_header"],
    ["token", "signed_content"],
    ["token", "required_headers"],
    ["token", "replay_tolerance"],
    ["basic", "signature_header"],
    ["standard_webhooks", "signature_header"],
    ["standard_webhooks", "signed_content"],
    ["aws_sns", "certificate_hosts"],
  ] as const)("%s has no use for %s", async (type, key) => {
    const yaml = yamlWith({ signature_header: null, verification_type: type, [key]: sound[key] });
    const problem = (await problemsOf(readAcme(yaml))).find(({ code }) => code === "unused-key");
    const line = yaml.split("\n").findIndex((text) => text.trimStart().startsWith(`${key}:`)) + 1;
    expect(problem).toMatchObject({ message: `"${key}" means nothing for verification_type: ${type}`, at: { line }, hint: expect.stringContaining("Remove it") });
  });

  it.each<readonly [VerificationType, readonly string[]]>([
    ["hmac_sha256", ["missing-signature-header"]],
    ["hash_sha256", ["missing-signature-header", "missing-signed-content"]],
    ["ed25519", ["missing-signature-header"]],
    ["ecdsa", ["missing-signature-header"]],
    ["rsa", ["missing-signature-header"]],
    ["jwt", ["missing-jwt-algorithms", "missing-signature-header"]],
    ["token", ["missing-signature-header"]],
  ])("%s says what it cannot do without", async (type, codes) => {
    expect((await refusalsOf(yamlWith({ verification_type: type, signature_header: null }))).toSorted()).toEqual(codes);
  });

  it.each(["basic", "standard_webhooks", "aws_sns"])("%s needs nothing", async (type) => {
    const { webhooks } = await readAcme(yamlWith({ verification_type: type, signature_header: null }));
    expect(webhooks[0]?.verification).toEqual({ type, scheme: {} });
  });
});

describe("a secret", () => {
  it.each<readonly [Changes, string | undefined]>([
    [{}, "ACME_WEBHOOK_SECRET"],
    [{ verification_type: "basic", signature_header: null }, "ACME_WEBHOOK_SECRET"],
    [{ verification_type: "rsa" }, "ACME_WEBHOOK_SECRET"],
    [{ verification_type: "rsa", certificate_url_header: "X-Cert", certificate_hosts: "[api.acme.com]" }, undefined],
    [{ verification_type: "jwt", jwt_algorithms: "[ES256]", jwt_keys: "kid", jwt_hashes: "{ payload_hash: body }" }, undefined],
    [{ verification_type: "aws_sns", signature_header: null }, undefined],
    [{ verify_signature: "false" }, undefined],
  ])("is named where there is one: %o", async (changes, name) => {
    expect((await readAcme(yamlWith(changes))).webhooks[0]?.secretEnv).toBe(name);
  });
});
