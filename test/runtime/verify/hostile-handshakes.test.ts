import { createHmac } from "node:crypto";
import { runInNewContext } from "node:vm";
import { WebhookHandler, type WebhookHandlerOptions, type WebhookResponse, type WebhookSpec } from "@smart-webhooks/runtime";
import { constant, field, type Handshake, handshake, header, hmac, hmacOf, query } from "@smart-webhooks/runtime/verify";
import { describe, expect, it } from "vitest";

interface Sent {
  readonly method?: string;
  readonly url?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** The answer of a handler with this handshake. The request is not signed unless its headers say so. */
async function answer(one: Handshake, { method = "POST", url = "/", headers = {}, body = "" }: Sent, options: WebhookHandlerOptions = {}): Promise<WebhookResponse> {
  const spec: WebhookSpec = { provider: "acme", webhook: "default", path: "/", verify: hmac({ signature: header("x-signature") }), event: constant("a"), handshakes: [one], routes: { a: "onA" } };
  class Handler extends WebhookHandler {
    static readonly spec = spec;
  }
  return new Handler({ secret: "s", logger: {}, ...options }).handle({ method, url, headers, body: Buffer.from(body) });
}

const signature = (body: string): { readonly "x-signature": string } => ({ "x-signature": createHmac("sha256", "s").update(body).digest("hex") });

const challenge = handshake({ unsigned: true, method: "GET", when: [[query("challenge")]], expect: [query("token"), "token"], reply: { text: query("challenge") } });
const crc = handshake({ unsigned: true, method: "GET", when: [[query("crc_token")]], reply: { json: { response_token: ["sha256=", hmacOf(query("crc_token"), "base64")] } } });
const echo = handshake({ unsigned: true, when: [[query("secret")]], secret: query("secret"), reply: { headers: { "x-hook-secret": query("secret") } } });
const ping = handshake({ when: [[field("type"), 1]], reply: { json: { type: 1 } } });

describe("a hostile handshake", () => {
  it("echoes as plain text that no browser takes for a page", async () => {
    const response = await answer(challenge, { method: "GET", url: "/?challenge=%3Cscript%3E&token=t" }, { params: { token: "t" } });
    expect(response).toMatchObject({ status: 200, body: "<script>", headers: { "content-type": "text/plain; charset=utf-8", "x-content-type-options": "nosniff" } });
  });

  it.each<readonly [string, WebhookHandlerOptions, number]>([
    ["of another token", { params: { token: "other" } }, 403],
    ["of a token that is not set", {}, 503],
    ["of a token that is blank", { params: { token: " " } }, 503],
    ["of a token that only every object has", { params: Object.create({ token: "t" }) as Readonly<Record<string, string>> }, 503],
  ])("%s is refused", async (_, options, status) => {
    expect(await answer(challenge, { method: "GET", url: "/?challenge=x&token=t" }, options)).toMatchObject({ status, body: expect.not.stringContaining("x\"") as string });
  });

  it("answers the HMAC of a token", async () => {
    const response = await answer(crc, { method: "GET", url: "/?crc_token=9b4507b3-9040-4669" });
    expect(response.json()).toEqual({ response_token: `sha256=${createHmac("sha256", "s").update("9b4507b3-9040-4669").digest("base64")}` });
  });

  it.each(["{}", '{"id":1}', "v0:1700000000:{}", "a=b", "a&b", "[1]", "1.{", "ü", "x".repeat(201), "a b", "===", ""])(
    "never answers the HMAC of what could be a delivery: %s",
    async (text) => {
      const response = await answer(crc, { method: "GET", url: `/?crc_token=${encodeURIComponent(text)}` });
      expect(response).toMatchObject({ status: 400, body: expect.not.stringContaining("sha256=") as string });
    },
  );

  it("is not of one key when the secrets cannot be had", async () => {
    expect(await answer(crc, { method: "GET", url: "/?crc_token=a" }, { secret: () => Promise.reject(new Error("down")) })).toMatchObject({ status: 503 });
    // A Promise of another realm is no instance of this one's.
    const later = runInNewContext('Promise.resolve("s")') as Promise<string>;
    expect(await answer(crc, { method: "GET", url: "/?crc_token=a" }, { secret: () => later })).toMatchObject({ status: 200 });
  });

  it("answers with a header only what a header can hold", async () => {
    const told: string[] = [];
    const onSecret = (secret: string): void => void told.push(secret);
    expect(await answer(echo, { url: "/?secret=abc" }, { onSecret })).toMatchObject({ status: 200, body: "", headers: { "x-hook-secret": "abc" } });
    for (const bad of ["a%0D%0Aset-cookie:%20x", "a%0A", "%E2%82%AC", "%00"]) {
      const response = await answer(echo, { url: `/?secret=${bad}` }, { onSecret });
      expect([response.status, response.headers["x-hook-secret"], response.headers["set-cookie"]]).toEqual([400, undefined, undefined]);
    }
  });

  it("tells a secret to nobody but onSecret, and uses it for nothing", async () => {
    expect(await answer(echo, { url: "/?secret=" }, { onSecret: () => {} })).toMatchObject({ status: 400 });
    expect(await answer(echo, { url: "/?secret=abc" }, { onSecret: () => Promise.reject(new Error("down")) })).toMatchObject({ status: 500 });
  });

  it("that is signed is answered after the signature, and of the one JSON type", async () => {
    const body = '{"type":1}';
    expect((await answer(ping, { body, headers: signature(body) })).json()).toEqual({ type: 1 });
    expect(await answer(ping, { body })).toMatchObject({ status: 401 });
    const text = '{"type":"1"}';
    expect(await answer(ping, { body: text, headers: signature(text) })).toMatchObject({ status: 204 });
  });

  it.each([["GET", 405], ["HEAD", 405], ["OPTIONS", 405], ["post", 405]] as const)("lets no other request through with %s", async (method, status) => {
    expect(await answer(challenge, { method, url: "/" })).toMatchObject({ status });
    expect(await answer(ping, { method, body: '{"type":1}' })).toMatchObject({ status });
  });
});
