import * as verify from "@smart-webhooks/runtime/verify";
import { describe, expect, it } from "vitest";
import type { WebhookConfig } from "../../src/config/provider-config.js";
import { verificationTypes } from "../../src/config/verification-types.js";
import { printValue } from "../../src/emit/print-value.js";
import { object } from "../../src/model/calls.js";
import { toSpecEntries } from "../../src/model/spec-entries.js";
import { toVerifyCall } from "../../src/model/verify-call.js";
import { readAcme, yamlWith } from "../config/read-yaml.js";

type Changes = Readonly<Record<string, string | null>>;

async function read(changes: Changes): Promise<WebhookConfig> {
  return (await readAcme(yamlWith({ signature_header: null, ...changes }))).webhooks[0] as WebhookConfig;
}

/** On one line, as breaking lines is not the table's. */
async function print(changes: Changes): Promise<string> {
  const webhook = await read(changes);
  return onOneLine(printValue(toVerifyCall(webhook.verification, webhook)));
}

function onOneLine(printed: string): string {
  return printed.replace(/,(?=\n\s*[\]})])/g, "").replace(/\n\s*/g, " ").replace(/([[(]) | (?=[\])])/g, "$1");
}

const one = { signature_header: "X-Sig" };

/** Verification type, the other lines of the YAML, and the call that is printed. */
const calls: readonly (readonly [type: string, lines: Changes, call: string])[] = [
  ["hmac_sha256", one, 'hmac({ signature: header("x-sig") })'],
  ["hmac_sha1", one, 'hmac({ algorithm: "sha1", signature: header("x-sig") })'],
  ["hmac_sha512", one, 'hmac({ algorithm: "sha512", signature: header("x-sig") })'],
  ["hmac_sha256", { ...one, signature_prefix: "sha256=" }, 'hmac({ signature: header("x-sig", { prefix: "sha256=" }) })'],
  ["hmac_sha256", { ...one, signature_encoding: "base64" }, 'hmac({ signature: header("x-sig", { encoding: "base64" }) })'],
  // What a function does by default is not said.
  ["hmac_sha256", { ...one, signature_prefix: '""', signature_encoding: "hex", signed_content: '"{body}"', body_signed: "true", secret_encoding: "text" }, 'hmac({ signature: header("x-sig") })'],
  ["hmac_sha256", { signature_header: "[X-A, X-B]", signature_encoding: "base64" }, 'hmac({ signature: headers(["x-a", "x-b"], { encoding: "base64" }) })'],
  ["hmac_sha256", { signature_header: '"X-Sig-{n}"' }, 'hmac({ signature: headers(["x-sig-{n}"]) })'],
  ["hmac_sha256", { ...one, signature_list: '","', signature_prefix: "v1=" }, 'hmac({ signature: list("x-sig", { separator: ",", prefix: "v1=" }) })'],
  ["hmac_sha256", { ...one, signature_pairs: "{ signature: v1 }", signature_encoding: "base64url" }, 'hmac({ signature: pairs("x-sig", { signature: "v1", encoding: "base64url" }) })'],
  [
    "hmac_sha256",
    { ...one, signature_pairs: '{ signature: h1, timestamp: ts, separator: ";" }', signed_content: '"{timestamp}:{body}"', replay_tolerance: "5" },
    'hmac({ signature: pairs("x-sig", { signature: "h1", timestamp: "ts", separator: ";" }), content: [timestamp, ":", body], timestamp: seconds(5) })',
  ],
  ["hmac_sha256", { signature_query: "sig" }, 'hmac({ signature: query("sig") })'],
  [
    "hmac_sha256",
    { signature_field: "signature.value", signed_content: '"{timestamp}{field:signature.token}"', timestamp_field: "signature.timestamp", body_signed: "false" },
    'hmac({ signature: field("signature.value"), content: [timestamp, fieldText("signature.token")], timestamp: seconds(300, field("signature.timestamp")) })',
  ],
  ["hmac_sha256", { ...one, secret_encoding: "hex" }, 'hmac({ secret: hex(), signature: header("x-sig") })'],
  ["hmac_sha256", { ...one, secret_encoding: "base64", secret_prefix: '["v1,", whsec_]' }, 'hmac({ secret: base64("v1,", "whsec_"), signature: header("x-sig") })'],
  [
    "hmac_sha256",
    { ...one, timestamp_header: "X-Time", signed_content: '"v0:{timestamp}:{body}"' },
    'hmac({ signature: header("x-sig"), content: ["v0:", timestamp, ":", body], timestamp: seconds(300, header("x-time")) })',
  ],
  [
    "hmac_sha256",
    { ...one, timestamp_header: "X-Time", timestamp_format: "iso8601", replay_tolerance: "600", signed_content: '"{id}{timestamp}{body}"', delivery_id_header: "X-Id" },
    'hmac({ signature: header("x-sig"), content: [headerText("x-id"), timestamp, body], timestamp: iso8601(600, header("x-time")) })',
  ],
  ["hmac_sha256", { ...one, timestamp_field: "sentAt", timestamp_format: "unix" }, 'hmac({ signature: header("x-sig"), timestamp: unix(300, field("sentAt")) })'],
  ["hmac_sha256", { ...one, timestamp_field: "sentAt", timestamp_format: "milliseconds", replay_tolerance: "none" }, 'hmac({ signature: header("x-sig"), timestamp: milliseconds(unlimited, field("sentAt")) })'],
  [
    "hmac_sha256",
    { ...one, signed_content: '"{method}{newline}{url}{path}{url_without_query}{decoded_url}{query_and_form}{body}"' },
    'hmac({ signature: header("x-sig"), content: [method, "\\n", url, path, urlWithoutQuery, decodedUrl, queryAndForm, body] })',
  ],
  [
    "hmac_sha1",
    { ...one, signature_encoding: "base64", signed_content: '"{url}{form}"', signed_url: "any_port", body_hash_query: "bodySHA256" },
    'hmac({ algorithm: "sha1", signature: header("x-sig", { encoding: "base64" }), content: [url, formFields], bodyHash: bodyHash("bodySHA256"), urls: anyPort })',
  ],
  ["hmac_sha256", { ...one, signed_content: '"{url}{body}"', signed_url: "exact" }, 'hmac({ signature: header("x-sig"), content: [url, body] })'],
  [
    "hmac_sha256",
    { ...one, signed_content: '"{listed_headers:X-List}{header:X-Nonce}{body}"', required_headers: '{ X-Version: "1", X-Key: "{parameter:appKey}" }', parameters: "{ appKey: ACME_KEY }" },
    'hmac({ signature: header("x-sig"), content: [listedHeaders("X-List"), headerText("X-Nonce"), body], require: { "x-version": "1", "x-key": parameter("appKey") } })',
  ],
  [
    "hmac_sha256",
    { signature_field: "sig", signed_items: '"items[].item"', signed_content: '"{field:id}:{field:amount.value}"', body_signed: "false" },
    'hmac({ signature: field("sig"), content: [fieldText("id"), ":", fieldText("amount.value")], items: each("items[].item") })',
  ],
  ["hash_sha256", { ...one, signed_content: '"{secret}{body}"' }, 'hash({ signature: header("x-sig"), content: [secret, body] })'],
  ["hash_sha1", { ...one, signed_content: '"{body}{secret}"' }, 'hash({ algorithm: "sha1", signature: header("x-sig"), content: [body, secret] })'],
  ["ed25519", one, 'ed25519({ key: hex(), signature: header("x-sig") })'],
  ["ed25519", { ...one, secret_encoding: "base64", secret_prefix: "whpk_" }, 'ed25519({ key: base64("whpk_"), signature: header("x-sig") })'],
  ["ed25519", { ...one, secret_prefix: "key_" }, 'ed25519({ key: hex("key_"), signature: header("x-sig") })'],
  ["ecdsa", { ...one, signature_encoding: "base64", signature_form: "der" }, 'ecdsa({ signature: header("x-sig", { encoding: "base64" }) })'],
  ["ecdsa", { ...one, signature_form: "p1363" }, 'ecdsa({ form: "p1363", signature: header("x-sig") })'],
  ["rsa", one, 'rsa({ signature: header("x-sig") })'],
  [
    "rsa",
    { ...one, certificate_url_header: "X-Cert-Url", certificate_hosts: "[api.acme.com, api.eu.acme.com]", signed_content: '"{parameter:webhookId}|{body_crc32}"', parameters: "{ webhookId: ACME_ID }" },
    'rsa({ certificate: { url: header("x-cert-url"), hosts: ["api.acme.com", "api.eu.acme.com"] }, signature: header("x-sig"), content: [parameter("webhookId"), "|", bodyCrc32] })',
  ],
  ["jwt", { ...one, jwt_algorithms: "[HS256]", jwt_hashes: "{ payload_hash: body }" }, 'jwt({ token: header("x-sig"), algorithms: ["HS256"], hashes: { payload_hash: body } })'],
  [
    "jwt",
    {
      signature_header: "Authorization", signature_prefix: '"Bearer "', jwt_algorithms: "[ES256, EdDSA]", jwt_keys: "https://acme.com/jwks", jwt_issuer: "acme", jwt_audience: "me",
      jwt_leeway: "0", replay_tolerance: "60", jwt_hashes: "{ url-hash: url, body_hash: body }",
    },
    'jwt({ token: header("authorization", { prefix: "Bearer " }), algorithms: ["ES256", "EdDSA"], keys: "https://acme.com/jwks", issuer: "acme", audience: "me", maxAge: 60, leeway: 0, ' +
      'hashes: { "url-hash": url, body_hash: body } })',
  ],
  [
    "jwt",
    { ...one, jwt_algorithms: "[RS256]", jwt_keys: "kid", jwt_hashes: "{ h: body }", signature_encoding: "base64" },
    'jwt({ token: header("x-sig", { encoding: "base64" }), algorithms: ["RS256"], keys: "kid", hashes: { h: body }, hashEncoding: "base64" })',
  ],
  ["jwt", { ...one, jwt_algorithms: "[HS256]", body_signed: "false", replay_tolerance: "none" }, 'jwt({ token: header("x-sig"), algorithms: ["HS256"] })'],
  ["token", { signature_header: "X-Token" }, 'token(header("x-token"))'],
  ["token", { signature_header: "Authorization", signature_prefix: '"Bearer "' }, 'token(header("authorization", { prefix: "Bearer " }))'],
  ["token", { signature_field: "clientState", signed_items: '"value[]"' }, 'token(field("clientState"), { items: each("value[]") })'],
  ["token", { signature_query: "token" }, 'token(query("token"))'],
  ["basic", {}, "basic()"],
  ["standard_webhooks", {}, "standardWebhooks()"],
  ["standard_webhooks", { standard_headers: "[Svix]", replay_tolerance: "60" }, 'standardWebhooks({ headers: ["svix"], tolerance: 60 })'],
  ["standard_webhooks", { secret_encoding: "text", replay_tolerance: "none" }, 'standardWebhooks({ secret: "text", tolerance: unlimited })'],
  ["standard_webhooks", { secret_encoding: "base64", secret_prefix: '["v1,", whsec_]' }, 'standardWebhooks({ secret: base64("v1,", "whsec_") })'],
  ["aws_sns", {}, "awsSns()"],
  ["none", { verify_signature: "false" }, "unsigned()"],
];

describe("the table from YAML to calls", () => {
  it("has a row for every type of verification", () => {
    expect([...new Set(calls.map(([type]) => type))].toSorted()).toEqual([...verificationTypes].toSorted());
  });

  it.each(calls)("%s %o", async (type, lines, call) => {
    expect(await print({ ...lines, verification_type: type })).toBe(call);
  });

  it.each(calls)("names only what the runtime exports: %s %o", async (type, lines, call) => {
    const words = call.replace(/"(?:[^"\\]|\\.)*"/g, "").matchAll(/(?<![\w$])[a-z]\w*(?![\w$:])/gi);
    const names = Array.from(words, ([word]) => word);
    expect(names).toContain((await read({ ...lines, verification_type: type })).verification.type === "none" ? "unsigned" : /^\w+/.exec(call)?.[0]);
    for (const name of names) expect(Object.keys(verify)).toContain(name);
  });
});

describe("hostile text", () => {
  it("stays text, and its keys stay keys", async () => {
    const hostile = '"]); process.exit(); //$x`\\';
    const webhook = await read({ ...one, signed_content: JSON.stringify(`${hostile}\u00ad{body}`), required_headers: '{ __proto__: "1\\"`$x" }', signature_prefix: JSON.stringify(hostile) });
    const printed = printValue(toVerifyCall(webhook.verification, webhook));
    expect(printed).toContain(`content: [${JSON.stringify(hostile).slice(0, -1)}\\u00ad", body]`);
    expect(printed).toContain(`prefix: ${JSON.stringify(hostile)}`);
    expect(printed).toContain('["__proto__"]: "1\\"`$x"');
  });
});

describe("the rest of a spec", () => {
  it("says parameters, ids and handshakes in the runtime's words", async () => {
    const webhook = await read({
      ...one,
      parameters: "{ webhookId: ACME_WEBHOOK_ID }",
      delivery_id_header: "X-Id",
      delivery_id_field: "[data.id, a + b.c, id]",
      handshakes: '[{ when: { field: type, equals: 1 }, reply: { json: { type: 1, __proto__: "{field:a.b}" } } }, { when: { header: X-Type, equals: ping }, reply: { text: "{field:challenge}" } }]',
    });
    const printed = onOneLine(printValue(object(toSpecEntries(webhook, []))));
    expect(printed).toContain('params: { webhookId: "ACME_WEBHOOK_ID" }');
    expect(printed).toContain('id: [header("x-id"), field("data.id"), joined([field("a"), field("b.c")], "."), field("id")]');
    expect(printed).toContain('handshake({ when: [[field("type"), 1]], reply: { json: { type: 1, ["__proto__"]: field("a.b") } } })');
    expect(printed).toContain('handshake({ when: [[header("x-type"), "ping"]], reply: { text: field("challenge") } })');
  });
});
