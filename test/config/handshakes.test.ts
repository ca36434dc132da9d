import { describe, expect, it } from "vitest";
import type { ReplyValue } from "../../src/config/handshake-reply.js";
import type { HandshakeConfig } from "../../src/config/handshakes.js";
import { problemsOf, readAcme, refusalsOf, yamlWith } from "./read-yaml.js";

async function read(handshakes: string): Promise<readonly HandshakeConfig[] | undefined> {
  return (await readAcme(yamlWith({ handshakes }))).webhooks[0]?.handshakes;
}

/** A handshake with one part as given. */
const when = (part: string): string => `[{ when: ${part}, reply: { status: 204 } }]`;
const reply = (part: string): string => `[{ when: { field: type, equals: ping }, reply: ${part} }]`;

describe("handshakes", () => {
  it.each<readonly [string, HandshakeConfig["when"]]>([
    ["{ field: data.type, equals: url_verification }", [{ from: "field", name: "data.type", equals: "url_verification" }]],
    ["{ field: type, equals: 1 }", [{ from: "field", name: "type", equals: 1 }]],
    ['{ field: type, equals: "1" }', [{ from: "field", name: "type", equals: "1" }]],
    ["{ field: type, equals: -0.5 }", [{ from: "field", name: "type", equals: -0.5 }]],
    ["{ field: ping, equals: true }", [{ from: "field", name: "ping", equals: true }]],
    ['{ field: type, equals: "" }', [{ from: "field", name: "type", equals: "" }]],
    ["{ header: X-Acme-Type, equals: verification }", [{ from: "header", name: "x-acme-type", equals: "verification" }]],
    ["{ query: hub.mode, equals: subscribe }", [{ from: "query", name: "hub.mode", equals: "subscribe" }]],
    ["[{ field: type, equals: a }, { field: 0.code }]", [{ from: "field", name: "type", equals: "a" }, { from: "field", name: "0.code" }]],
    ["[{ field: type, equals: a }, { field: topic, listed_in: topics }]", [{ from: "field", name: "type", equals: "a" }, { from: "field", name: "topic", listedIn: "topics" }]],
  ])("are told by %s", async (yaml, expected) => {
    const parameters = "{ topics: ACME_TOPICS }";
    const [handshake] = (await readAcme(yamlWith({ handshakes: when(yaml), parameters }))).webhooks[0]?.handshakes ?? [];
    expect(handshake).toEqual({ method: "POST", signed: true, when: expected, reply: { status: 204 } });
  });

  it.each<readonly [string, HandshakeConfig["reply"]]>([
    ['{ text: "{field:data.challenge}" }', { text: [{ from: "field", name: "data.challenge" }] }],
    ["{ text: ok }", { text: "ok" }],
    ['{ text: "a{query:b}c{header:X-D}" }', { text: ["a", { from: "query", name: "b" }, "c", { from: "header", name: "x-d" }] }],
    ['{ text: "sha256={hmac_base64:query:crc_token}" }', { text: ["sha256=", { from: "query", name: "crc_token", hmac: "base64" }] }],
    ["{ status: 200 }", { status: 200 }],
    ['{ status: 202, headers: { X-Hook-Secret: "{header:X-Hook-Secret}", X-Rate: "*" } }', { status: 202, headers: new Map<string, ReplyValue>([["x-hook-secret", [{ from: "header", name: "x-hook-secret" }]], ["x-rate", "*"]]) }],
    ['{ json: { challenge: "{field:challenge}", ok: done, type: 1 } }', { json: new Map<string, ReplyValue>([["challenge", [{ from: "field", name: "challenge" }]], ["ok", "done"], ["type", 1]]) }],
    ['{ json: { token: "{hmac_hex:field:payload.token}" } }', { json: new Map([["token", [{ from: "field", name: "payload.token", hmac: "hex" }]]]) }],
    ["{ json: {} }", { json: new Map() }],
    ['{ json: { __proto__: "{field:a}" } }', { json: new Map([["__proto__", [{ from: "field", name: "a" }]]]) }],
  ])("are answered with %s", async (yaml, expected) => {
    const told = { method: "POST", signed: true, when: [{ from: "field", name: "type", equals: "ping" }] };
    expect(await read(reply(yaml))).toEqual([{ ...told, reply: expected }]);
  });

  it.each<readonly [string, Partial<HandshakeConfig>]>([
    ["method: HEAD, signed: false", { method: "HEAD", signed: false, when: [] }],
    ["method: GET, signed: false, when: { query: a }", { method: "GET", signed: false, when: [{ from: "query", name: "a" }] }],
    ["signed: false, when: { header: X-Hook-Secret }, secret: { header: X-Hook-Secret }", { signed: false, when: [{ from: "header", name: "x-hook-secret" }], secret: { from: "header", name: "x-hook-secret" } }],
    ["method: GET, signed: false, expect: { query: hub.verify_token, parameter: word }", { method: "GET", signed: false, when: [], expect: { from: "query", name: "hub.verify_token", parameter: "word" } }],
    ["method: GET, visit: { field: url, hosts: [sns.*.amazonaws.com] }", { method: "GET", when: [], visit: { from: "field", name: "url", hosts: ["sns.*.amazonaws.com"] } }],
  ])("can be { %s }", async (parts, expected) => {
    const yaml = yamlWith({ handshakes: `[{ ${parts}, reply: { status: 200 } }]`, parameters: "{ word: ACME_WORD }" });
    const [handshake] = (await readAcme(yaml)).webhooks[0]?.handshakes ?? [];
    expect(handshake).toEqual({ method: "POST", signed: true, reply: { status: 200 }, ...expected });
  });

  it("are none unless said, and inherited unless others are", async () => {
    const named = "  first:\n    events: [a]\n  second:\n    events: [b]\n    handshakes: [{ when: { field: type, equals: 0 }, reply: { status: 204 } }]\n";
    const { webhooks } = await readAcme(`${yamlWith({ handshakes: when("{ field: type, equals: 1 }") })}${named}`);
    expect(webhooks.map(({ handshakes }) => handshakes.map((one) => one.when[0]?.equals))).toEqual([[1], [1], [0]]);
    expect((await readAcme(yamlWith())).webhooks[0]?.handshakes).toEqual([]);
  });

  it.each([
    ["none in a list", "[]", "wrong-type", "at least one handshake"],
    ["a map", "{ when: { field: a, equals: b }, reply: { status: 200 } }", "wrong-type", "list"],
    ["a text", "ping", "wrong-type", "list"],
    ["a list of texts", "[ping]", "wrong-type", "when and reply"],
    ["no when", "[{ reply: { status: 200 } }]", "invalid-handshake", "Write when"],
    ["no reply", "[{ when: { field: a, equals: b } }]", "invalid-handshake", "Write reply"],
    ["a third key", "[{ when: { field: a, equals: b }, reply: { status: 200 }, wehn: x }]", "unknown-key", "Did you mean when?"],
    ["a when that is no map", when("ping"), "invalid-handshake", "Write when"],
    ["nothing to look at", when("{ equals: b }"), "invalid-handshake", "Write when"],
    ["two places to look at", when("{ field: a, header: X-A, equals: b }"), "invalid-handshake", "Write when"],
    ["nothing to compare with", when("{ field: a }"), "invalid-handshake", "signed: false"],
    ["an empty value to compare with", when("{ field: a, equals: }"), "invalid-handshake", "Write when"],
    ["a list to compare with", when("{ field: a, equals: [b] }"), "invalid-handshake", "Write when"],
    ["what no JSON holds", when("{ field: a, equals: .nan }"), "invalid-handshake", "Write when"],
    ["what no JSON holds either", when("{ field: a, equals: 1e999 }"), "invalid-handshake", "Write when"],
    ["a header that is a number", when("{ header: X-A, equals: 1 }"), "wrong-type", "quotes"],
    ["a path of the engine's", when("{ field: a.__proto__, equals: b }"), "invalid-field-path", "dots"],
    ["a path with brackets", when('{ field: "a[0]", equals: b }'), "invalid-field-path", "dots"],
    ["a header with a blank", when('{ header: "X A", equals: b }'), "invalid-header-name", "one header"],
    ["another key of when", when("{ field: a, equals: b, matches: c }"), "unknown-key", "field, header, query, equals"],
    ["conditions without a value", when("[{ field: a }, { header: X-B }]"), "invalid-handshake", "Add equals"],
    ["no conditions", when("[]"), "invalid-handshake", "Write when"],
    ["a value and a list", when("{ field: a, equals: b, listed_in: c }"), "invalid-handshake", "Write when"],
    ["a query's parameter with a blank", when('{ query: "a b", equals: c }'), "invalid-name", "dots"],
    ["a number in the query", when("{ query: a, equals: 1 }"), "wrong-type", "quotes"],
    ["another method", "[{ method: PUT, when: { field: a, equals: b }, reply: { status: 200 } }]", "unknown-value", "POST, GET, HEAD, OPTIONS"],
    ["signed in words", '[{ signed: "no", when: { field: a, equals: b }, reply: { status: 200 } }]', "wrong-type", "without quotes"],
    ["nothing that tells an unsigned one", "[{ signed: false, reply: { status: 200 } }]", "invalid-handshake", "Write when"],
    ["an expected word that nothing holds", "[{ method: GET, expect: { query: a }, reply: { status: 200 } }]", "invalid-handshake", "Write expect"],
    ["an expected word nowhere", "[{ method: GET, expect: { parameter: a }, reply: { status: 200 } }]", "invalid-handshake", "Write expect"],
    ["a parameter that is not there", "[{ method: GET, expect: { query: a, parameter: b }, reply: { status: 200 } }]", "unknown-parameter", "Add it to parameters"],
    ["a list that is not there", when("[{ field: a, equals: b }, { field: c, listed_in: d }]"), "unknown-parameter", "Add it to parameters"],
    ["a secret of two places", "[{ method: GET, secret: { query: a, header: b }, reply: { status: 200 } }]", "invalid-handshake", "Write secret"],
    ["a secret in words", "[{ method: GET, secret: body, reply: { status: 200 } }]", "invalid-handshake", "Write secret"],
    ["a visit to anybody", "[{ method: GET, visit: { query: a }, reply: { status: 200 } }]", "invalid-handshake", "Write visit"],
    ["a visit to many", '[{ method: GET, visit: { query: a, hosts: ["*.github.io"] }, reply: { status: 200 } }]', "invalid-host", "middle"],
    ["10,000 characters", when(`{ field: a, equals: ${"b".repeat(10_000)} }`), "invalid-handshake", "Write when"],
    ["a reply that is no map", reply("ok"), "invalid-handshake", "Write reply"],
    ["an empty reply", reply("{}"), "invalid-handshake", "Write reply"],
    ["two bodies", reply('{ json: {}, text: "{field:a}" }'), "invalid-handshake", "Write reply"],
    ["another reply", reply("{ body: x }"), "unknown-key", "status, headers, text, json"],
    ["a header with a blank", reply('{ headers: { "X A": b } }'), "invalid-header-name", "one header"],
    ["headers in a list", reply("{ headers: [a] }"), "wrong-type", "map"],
    ["another hash", reply('{ text: "{hmac_md5:field:a}" }'), "invalid-handshake", "{field:challenge}"],
    ["a brace that is left over", reply('{ text: "{field:a}}" }'), "invalid-handshake", "{field:challenge}"],
    ["a number as text", reply("{ text: 1 }"), "invalid-handshake", "{field:challenge}"],
    ["a misspelt placeholder", reply('{ json: { a: "{feild:b}" } }'), "invalid-handshake", "{field:challenge}"],
    ["a placeholder of another place", reply('{ json: { a: "{cookie:session}" } }'), "invalid-handshake", "{field:challenge}"],
    ["a secret by its parameter", reply('{ json: { a: "{parameter:key}" } }'), "invalid-handshake", "{field:challenge}"],
    ["a field of the engine's", reply('{ text: "{field:constructor}" }'), "invalid-field-path", "dots"],
    ["a field without a name", reply('{ text: "{field:}" }'), "invalid-field-path", "dots"],
    ["JSON that is no map", reply("{ json: [a] }"), "wrong-type", "map"],
    ["JSON in JSON", reply("{ json: { a: { b: c } } }"), "invalid-handshake", "Write reply"],
    ["true in JSON", reply("{ json: { a: true } }"), "wrong-type", "quotes"],
    ["an infinite number in JSON", reply("{ json: { a: .inf } }"), "invalid-handshake", "Write reply"],
    ["10,000 characters in JSON", reply(`{ json: { a: ${"b".repeat(10_000)} } }`), "invalid-handshake", "Write reply"],
    ["a redirect", reply("{ status: 302 }"), "wrong-type", "200 to 299"],
    ["a status as text", reply('{ status: "204" }'), "wrong-type", "without quotes"],
  ])("are refused: %s", async (_, handshakes, code, hint) => {
    const yaml = yamlWith({ handshakes });
    expect(await refusalsOf(yaml)).toEqual([code]);
    const [problem] = await problemsOf(readAcme(yaml));
    expect(problem).toMatchObject({ at: { line: 10 }, hint: expect.stringContaining(hint) });
    expect(problem?.message).toMatch(/handshake|field|header|key/);
  });

  it("say all that an empty one lacks", async () => {
    expect(await refusalsOf(yamlWith({ handshakes: "[{}]" }))).toEqual(["invalid-handshake", "invalid-handshake"]);
  });

  it("report what the parser refused once", async () => {
    const odd = [when('{ field: a, equals: "a\\nb" }'), when('{ field: "a\\0", equals: b }'), reply('{ text: "{field:a}\\u2028" }'), reply("&a { status: 200 }")];
    for (const handshakes of odd) expect(await refusalsOf(yamlWith({ handshakes }))).toHaveLength(1);
  });
});
