import { describe, expect, it } from "vitest";
import { schemeReaders } from "../../src/config/scheme-keys.js";
import { schemeRules } from "../../src/config/scheme-rules.js";
import { type VerificationType, verificationTypes } from "../../src/config/verification-types.js";
import { problemsOf, readAcme, refusalsOf, yamlWith } from "./read-yaml.js";

type Changes = Readonly<Record<string, string | null>>;

const jwt = { verification_type: "jwt", jwt_algorithms: "[HS256]", jwt_hashes: "{ payload_hash: body }" };
const rsa = { verification_type: "rsa", certificate_url_header: "X-Cert", certificate_hosts: "[api.acme.com]" };
const timed = { timestamp_header: "X-Time", signed_content: '"{timestamp}.{body}"' };

/** A value for each key that its reader takes. */
const sound: Readonly<Record<keyof typeof schemeReaders, string>> = {
  signature_header: "X-A", signature_field: "a", signature_query: "a", signature_prefix: "v1=", signature_encoding: "hex", signature_list: '","',
  signature_pairs: "{ signature: v1 }", signature_form: "der", signed_content: '"{body}"', signed_items: '"a[]"', signed_url: "exact", body_signed: "true",
  body_hash_query: "a", secret_encoding: "hex", secret_prefix: "a_", timestamp_header: "X-T", timestamp_field: "t", timestamp_format: "seconds",
  replay_tolerance: "300", required_headers: "{ X-A: a }", parameters: "{ a: A }", certificate_url_header: "X-C", certificate_hosts: "[a.com]",
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
    [rsa, undefined],
    [{ ...jwt, jwt_algorithms: "[ES256]", jwt_keys: "kid" }, undefined],
    [{ verification_type: "aws_sns", signature_header: null }, undefined],
    [{ verify_signature: "false" }, undefined],
  ])("is named where there is one: %o", async (changes, name) => {
    expect((await readAcme(yamlWith(changes))).webhooks[0]?.secretEnv).toBe(name);
  });
});

const contradictions: readonly (readonly [why: string, changes: Changes, code: string, hint: string])[] = [
  ["the signature stands in two places", { signature_field: "a" }, "conflicting-keys", "Keep one"],
  ["a list of pairs", { signature_list: '","', signature_pairs: "{ signature: v1 }" }, "conflicting-keys", "Keep one"],
  ["a prefix of pairs", { signature_prefix: "v1", signature_pairs: "{ signature: v1 }" }, "conflicting-keys", "Keep one"],
  ["a list in a field", { signature_header: null, signature_field: "a", signature_list: '","' }, "missing-signature-header", "Add signature_header"],
  ["pairs in the query", { signature_header: null, signature_query: "a", signature_pairs: "{ signature: v1 }" }, "missing-signature-header", "Add signature_header"],
  ["pairs in several headers", { signature_header: "[X-A, X-B]", signature_pairs: "{ signature: v1 }" }, "conflicting-keys", "one header"],
  ["a list in numbered headers", { signature_header: '"X-{n}"', signature_list: '","' }, "conflicting-keys", "one header"],
  ["the time stands in two places", { ...timed, timestamp_field: "t" }, "conflicting-keys", "Keep one"],
  ["the time stands in the pairs and in a header", { ...timed, signature_pairs: "{ signature: v1, timestamp: t }" }, "conflicting-keys", "Keep one"],
  ["items share a header", { signed_items: '"items[]"' }, "missing-signature-field", "Add signature_field"],
  ["a time without a place", { signed_content: '"{timestamp}{body}"' }, "missing-timestamp-header", "Add timestamp_header"],
  ["a format without a time", { timestamp_format: "iso8601" }, "missing-timestamp-header", "Add timestamp_header"],
  ["a tolerance without a time", { replay_tolerance: "none" }, "missing-timestamp-header", "Add timestamp_header"],
  ["a tolerance, and pairs without a time", { signature_pairs: "{ signature: v1 }", replay_tolerance: "300" }, "missing-timestamp-header", "Add timestamp_header"],
  ["an id without a place", { signed_content: '"{id}{body}"' }, "missing-delivery-id-header", "Add delivery_id_header"],
  ["an id in a field", { signed_content: '"{id}{body}"', delivery_id_field: "id" }, "missing-delivery-id-header", "Add delivery_id_header"],
  ["a parameter that is not there", { signed_content: '"{parameter:webhookId}{body}"' }, "unknown-parameter", "Add it to parameters"],
  ["a misspelt parameter", { signed_content: '"{parameter:webhokId}{body}"', parameters: "{ webhookId: A }" }, "unknown-parameter", "Did you mean webhookId?"],
  ["a misspelt parameter of a header", { required_headers: '{ X-A: "{parameter:appkey}" }', parameters: "{ appKey: A }" }, "unknown-parameter", "Did you mean appKey?"],
  ["an inherited name as a parameter", { required_headers: '{ X-A: "{parameter:constructor}" }' }, "unknown-parameter", "Add it to parameters"],
  ["the body left out", { ...timed, signed_content: '"{timestamp}"' }, "invalid-signed-content", "body_signed: false"],
  ["the body left out in silence", { ...timed, signed_content: '"{timestamp}"', body_signed: "true" }, "invalid-signed-content", "body_signed: false"],
  ["the body both signed and not", { body_signed: "false" }, "conflicting-keys", "Remove body_signed"],
  ["a hash that anybody can make", { verification_type: "hash_sha256", signed_content: '"{body}"' }, "invalid-signed-content", "Put {secret}"],
  ["a secret that an HMAC would leave out", { signed_content: '"{secret}{body}"' }, "invalid-signed-content", "Remove {secret}"],
  ["a secret in what a public key verifies", { verification_type: "ecdsa", signed_content: '"{secret}{body}"' }, "invalid-signed-content", "Remove {secret}"],
  ["a hash of the body in a query that is not signed", { signed_content: '"{method}{form}"', body_hash_query: "hash" }, "unsigned-body-hash", "{url}"],
  ["a hash of the body in a query that it takes out of what is signed", { signed_content: '"{url_without_query}{query_and_form}"', body_hash_query: "hash" }, "unsigned-body-hash", "{url}"],
  ["a hash of the body beside the body", { body_hash_query: "hash" }, "unsigned-body-hash", "{url}"],
  ["a port of no URL", { signed_url: "any_port" }, "unused-key", "{url}"],
  ["a prefix of a plain secret", { secret_prefix: "whsec_" }, "missing-secret-encoding", "Add secret_encoding"],
  ["a prefix of a secret said to be plain", { secret_prefix: "whsec_", secret_encoding: "text" }, "missing-secret-encoding", "Add secret_encoding"],
  ["a prefix that standard_webhooks would not take off", { verification_type: "standard_webhooks", signature_header: null, secret_prefix: "whsec_" }, "missing-secret-encoding", "Add secret_encoding"],
  ["a public key as text", { verification_type: "ed25519", secret_encoding: "text" }, "unknown-value", "hex or base64"],
  ["certificates from anywhere", { verification_type: "rsa", certificate_url_header: "X-Cert" }, "missing-certificate-hosts", "Add certificate_hosts"],
  ["hosts of no certificate", { verification_type: "rsa", certificate_hosts: "[api.acme.com]" }, "missing-certificate-url-header", "Add certificate_url_header"],
  ["a public key that may be a secret", { ...jwt, jwt_algorithms: "[RS256, HS256]" }, "mixed-algorithms", "Keep those"],
  ["another one", { ...jwt, jwt_algorithms: "[HS512, ES256]" }, "mixed-algorithms", "Keep those"],
  ["a third one", { ...jwt, jwt_algorithms: "[EdDSA, HS384]", jwt_keys: "kid" }, "mixed-algorithms", "Keep those"],
  ["a fetched key that would be a secret", { ...jwt, jwt_keys: "https://acme.com/jwks" }, "conflicting-keys", "Remove jwt_keys"],
  ["a token that does not vouch for the body", { ...jwt, jwt_hashes: null }, "missing-jwt-hashes", "Add jwt_hashes"],
  ["a token that vouches for the URL only", { ...jwt, jwt_hashes: "{ url_hash: url }" }, "missing-jwt-hashes", "Add jwt_hashes"],
  ["a token that does, and is said not to", { ...jwt, body_signed: "false" }, "conflicting-keys", "Remove body_signed"],
];

describe("keys that contradict each other", () => {
  it.each(contradictions)("are refused: %s", async (_, changes, code, hint) => {
    expect(await refusalsOf(yamlWith(changes))).toEqual([code]);
    const [problem] = (await problemsOf(readAcme(yamlWith(changes)))).filter(({ severity }) => severity === "error");
    expect(problem?.hint).toContain(hint);
  });

  it("are not looked for in what was refused already", async () => {
    const changes = { signed_content: '"{bdy}"', timestamp_header: "X-T", body_signed: '"no"', parameters: "[]", required_headers: '{ X-A: "{parameter:a}" }' };
    expect((await refusalsOf(yamlWith(changes))).toSorted()).toEqual(["invalid-signed-content", "wrong-type", "wrong-type"]);
    expect(await refusalsOf(yamlWith({ ...jwt, jwt_hashes: "{}" }))).toEqual(["wrong-type"]);
  });
});

describe("what is weak is said loudly", () => {
  it.each<readonly [Changes, readonly string[]]>([
    [{}, []],
    [timed, []],
    [{ ...timed, replay_tolerance: "none" }, []],
    [{ verification_type: "hmac_sha1" }, ["weak-hash"]],
    [{ verification_type: "hash_sha1", signed_content: '"{secret}{body}"' }, ["weak-hash"]],
    [{ timestamp_header: "X-Time" }, ["timestamp-not-signed"]],
    [{ signature_pairs: "{ signature: v1, timestamp: t }" }, ["timestamp-not-signed"]],
    [{ timestamp_field: "t", signed_content: '"{header:X-Token}"', body_signed: "false" }, ["timestamp-not-signed", "body-not-signed"]],
    [{ timestamp_field: "t" }, []],
    [{ timestamp_field: "t", signed_content: '"{field:t}{header:X-Token}"', body_signed: "false" }, ["body-not-signed"]],
    [{ timestamp_header: "X-Time", signed_content: '"{header:X-Time}{body}"' }, []],
    [{ timestamp_header: "X-Time", signed_content: '"{listed_headers:X-Signed}{body}"' }, []],
    [{ signed_content: '"{header:X-Token}"', body_signed: "false" }, ["body-not-signed"]],
    [{ ...jwt, jwt_hashes: null, body_signed: "false" }, ["body-not-signed"]],
    [{ signed_content: '"{header:X-Id}|{body_crc32}"' }, ["weak-checksum"]],
    [{ signed_content: '"{body_crc32}{body}"' }, []],
  ])("%o", async (changes, codes) => {
    const { warnings } = await readAcme(yamlWith(changes));
    expect(warnings.map(({ code }) => code)).toEqual(codes);
    for (const { hint, at, severity } of warnings) {
      expect(hint).toMatch(/\.$/);
      expect([severity, at?.line]).toEqual(["warning", expect.any(Number)]);
    }
  });
});
