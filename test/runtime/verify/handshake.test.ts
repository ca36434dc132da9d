import { afterEach, describe, expect, it, vi } from "vitest";
import { field, handshake, type HandshakeOptions, header, hmacOf, listedIn, query, visit } from "@smart-webhooks/runtime/verify";
import type { WebhookHandlerOptions, WebhookResponse, WebhookSpec } from "@smart-webhooks/runtime";
import { SampleHandler } from "../sample-handler.js";

type Given = Readonly<{ method?: string; url?: string; headers?: Readonly<Record<string, string>>; body?: unknown }>;

/** What a webhook with one unsigned handshake answers. */
async function answer(options: HandshakeOptions, given: Given, more: WebhookHandlerOptions = {}): Promise<WebhookResponse> {
  class Shaken extends SampleHandler {
    static override readonly spec: WebhookSpec<SampleHandler> = { ...SampleHandler.spec, handshakes: [handshake({ unsigned: true, ...options })] };
    override onEvent = (): never => expect.unreachable();
  }
  const { method = "POST", url = "/webhooks/sample", headers = {}, body } = given;
  const bytes = new TextEncoder().encode(body === undefined ? "" : JSON.stringify(body));
  return new Shaken({ secret: "secret", logger: {}, ...more }).handle({ method, url, headers: { "content-type": "application/json", ...headers }, body: bytes });
}

const ping: HandshakeOptions = { when: [[field("type"), "ping"]] };

describe("a handshake", () => {
  it.each<readonly [string, HandshakeOptions, Given]>([
    ["another value", ping, { body: { type: "pong" } }],
    ["the value as another type", { when: [[field("type"), 1]] }, { body: { type: "1" } }],
    ["no value", ping, { body: {} }],
    ["one of two conditions", { when: [[field("type"), "ping"], [header("x-a")]] }, { body: { type: "ping" } }],
    ["a parameter of the query twice", { when: [[query("a")]] }, { url: "/?a=1&a=2", body: {} }],
    ["a body that is no JSON", ping, { body: undefined }],
  ])("is not told by %s: then there is a signature to check", async (_, options, given) => {
    expect((await answer(options, given)).status).toBe(401);
  });

  it("of another method does not open that method to anything else", async () => {
    const get: HandshakeOptions = { method: "GET", when: [[query("challenge")]], reply: { text: query("challenge") } };
    expect(await answer(get, { method: "GET", url: "/?challenge=%3Ca%3E" })).toMatchObject({ status: 200, body: "<a>", headers: { "content-type": "text/plain; charset=utf-8", "x-content-type-options": "nosniff" } });
    expect((await answer(get, { method: "GET", url: "/" })).status).toBe(405);
    expect((await answer(get, { method: "PUT", url: "/?challenge=a" })).status).toBe(405);
    expect((await answer(get, { url: "/?challenge=a" })).status).toBe(401);
  });

  it("answers what it is told to, of pieces too", async () => {
    const reply = { status: 202, json: { a: ["<", field("a"), ">"], n: 1 }, headers: { "x-b": header("x-b") } } as const;
    const response = await answer({ ...ping, reply }, { headers: { "x-b": "c" }, body: { type: "ping", a: true } });
    expect([response.status, response.json(), response.headers["x-b"]]).toEqual([202, { a: "<true>", n: 1 }, "c"]);
  });

  it("that lacks what the answer is made of is malformed", async () => {
    expect((await answer({ ...ping, reply: { text: field("challenge") } }, { body: { type: "ping" } })).status).toBe(400);
    expect((await answer({ ...ping, reply: { text: field("challenge") } }, { body: { type: "ping", challenge: {} } })).status).toBe(400);
  });
});

describe("a word that is expected", () => {
  const options: HandshakeOptions = { method: "GET", expect: [query("token"), "word"], reply: { text: query("c") } };

  it.each([
    ["/?c=1&token=agreed", { word: "agreed" }, 200],
    ["/?c=1&token=other", { word: "agreed" }, 403],
    ["/?c=1", { word: "agreed" }, 403],
    ["/?c=1&token=", { word: "" }, 503],
    ["/?c=1&token=", {}, 503],
    ["/?c=1&token=a", { toString: undefined }, 503],
  ])("%s against %j is answered %s", async (url, params, status) => {
    expect((await answer(options, { method: "GET", url }, { params })).status).toBe(status);
  });
});

describe("a secret that is told", () => {
  const options: HandshakeOptions = { when: [[header("x-secret")]], secret: header("x-secret"), reply: { headers: { "x-secret": header("x-secret") } } };

  it("goes to onSecret, once it is there", async () => {
    const told: string[] = [];
    const response = await answer(options, { headers: { "x-secret": "s" } }, { onSecret: async (secret) => void told.push(secret) });
    expect([response.status, response.headers["x-secret"], told]).toEqual([200, "s", ["s"]]);
    expect((await answer(options, { headers: { "x-secret": "" } })).status).toBe(400);
  });

  it("that nobody keeps is a warning, without the secret in it", async () => {
    const warnings: unknown[] = [];
    const logger = { warn: (message: string, details: object) => warnings.push([message, details]) };
    expect((await answer(options, { headers: { "x-secret": "told-secret" } }, { logger })).status).toBe(200);
    expect(JSON.stringify(warnings)).toContain("onSecret");
    expect(JSON.stringify(warnings)).not.toContain("told-secret");
  });

  it("that could not be kept fails the handshake", async () => {
    const onSecret = (): never => {
      throw new Error("full");
    };
    expect((await answer(options, { headers: { "x-secret": "s" } }, { onSecret })).status).toBe(500);
  });
});

describe("the HMAC of a word", () => {
  const options: HandshakeOptions = { method: "GET", when: [[query("crc")]], reply: { text: ["sha256=", hmacOf(query("crc"), "base64")] } };

  it("is made with the secret", async () => {
    expect((await answer(options, { method: "GET", url: "/?crc=abc" })).body).toMatch(/^sha256=[\w+/]{43}=$/);
  });

  it.each(['{"type":"push"}', "[1]", "a=b&c=d", "", "a b", "a\nb", "a".repeat(600)])("is not made of %j, which could be a body", async (word) => {
    expect((await answer(options, { method: "GET", url: `/?crc=${encodeURIComponent(word)}` })).status).toBe(400);
  });

  it("is not made of a word that is missing", async () => {
    expect((await answer({ ...options, when: [] }, { method: "GET", url: "/" })).status).toBe(400);
  });

  it("needs a secret", async () => {
    expect((await answer(options, { method: "GET", url: "/?crc=abc" }, { secret: undefined, env: {} })).status).toBe(503);
  });
});

describe("a value of a list", () => {
  const options: HandshakeOptions = { when: [[field("topic"), listedIn("topics")]] };

  it.each([
    ["a", { topics: "a, b" }, 200],
    ["b", { topics: "a, b" }, 200],
    ["c", { topics: "a, b" }, 401],
    ["", { topics: "a,,b" }, 401],
    ["a, b", { topics: "a, b" }, 401],
    ["a", { topics: undefined }, 401],
    ["a", {}, 401],
  ])("%j against %j is answered %s", async (topic, params, status) => {
    expect((await answer(options, { body: { topic } }, { params })).status).toBe(status);
  });
});

describe("a URL to be visited", () => {
  afterEach(() => void vi.unstubAllGlobals());
  const options: HandshakeOptions = { ...ping, visit: visit(field("url"), ["api.acme.com"]) };
  const shake = (url: unknown): Promise<WebhookResponse> => answer(options, { body: { type: "ping", url } });

  it("is visited without following redirects, and its answer decides", async () => {
    const fetch = vi.fn((_url: string, { redirect }: { readonly redirect: string }) => Promise.resolve(new Response(redirect)));
    vi.stubGlobal("fetch", fetch);
    expect((await shake("https://api.acme.com/confirm?token=1")).status).toBe(200);
    expect(fetch.mock.calls).toEqual([["https://api.acme.com/confirm?token=1", expect.objectContaining({ redirect: "error" })]]);
    vi.stubGlobal("fetch", () => Promise.resolve(new Response("", { status: 500 })));
    expect((await shake("https://api.acme.com/confirm")).status).toBe(503);
    vi.stubGlobal("fetch", () => Promise.reject(new Error("no route")));
    expect((await shake("https://api.acme.com/confirm")).status).toBe(503);
  });

  it.each(["http://api.acme.com/", "https://api.acme.com.evil.example/", "https://api.acme.com@evil.example/", "https://api.acme.com:8443/", "https://API.acme.com/", "//api.acme.com/", "", undefined, {}])(
    "is not visited elsewhere: %j",
    async (url) => {
      const fetch = vi.fn();
      vi.stubGlobal("fetch", fetch);
      expect((await shake(url)).status).toBe(403);
      expect(fetch).not.toHaveBeenCalled();
    },
  );
});
