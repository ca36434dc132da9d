import { describe, expect, it } from "vitest";
import { problemsOf, readAcme, refusalsOf, yamlWith } from "./read-yaml.js";
import type { Changes } from "./scheme-rows.js";

const jwt = { verification_type: "jwt", jwt_algorithms: "[HS256]", jwt_hashes: "{ payload_hash: body }" };
const timed = { timestamp_header: "X-Time", signed_content: '"{timestamp}.{body}"' };

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
    const error = (await problemsOf(readAcme(yamlWith(changes)))).find(({ severity }) => severity === "error");
    expect(error?.hint).toContain(hint);
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
