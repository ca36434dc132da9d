import { createHmac } from "node:crypto";
import { Readable } from "node:stream";
import { type WebhookRequest, WebhookResponse } from "@smart-webhooks/runtime";
import { webhookRoutes as cloudflareRoutes } from "@smart-webhooks/runtime/cloudflare";
import { webhookRoutes as fetchRoutes } from "@smart-webhooks/runtime/fetch";
import { webhookRoutes as koaRoutes } from "@smart-webhooks/runtime/koa";
import { webhookRoutes as lambdaRoutes } from "@smart-webhooks/runtime/lambda";
import { webhookRoutes as nodeRoutes } from "@smart-webhooks/runtime/node";
import { header, hmac, url } from "@smart-webhooks/runtime/verify";
import { bodyParser } from "@koa/bodyparser";
import Koa from "koa";
import { describe, expect, it } from "vitest";
import { readBody, sendNodeResponse } from "../../../src/runtime/adapters/node-request.js";
import { forwardedUrl } from "../../../src/runtime/forwarded-url.js";
import { bodyOf } from "../http/http-case.js";
import { rawRequest } from "../http/raw-request.js";
import { delivery } from "./contract-delivery.js";
import { ContractHandler } from "./contract-handler.js";
import { listen } from "./framework.js";

function asWebRequest({ path, method, headers, ...rest }: ReturnType<typeof delivery>): Request {
  return new Request(`http://localhost${path}`, { method, headers: headers as [string, string][], body: Buffer.from(bodyOf(rest)) });
}

describe("the URL that a proxy tells", () => {
  it.each<readonly [string, string, Readonly<Record<string, string>>, string]>([
    ["scheme and host", "/a?b=%27", { "x-forwarded-proto": "https", "x-forwarded-host": "hooks.example" }, "https://hooks.example/a?b=%27"],
    ["a host that is kept", "/a", { "x-forwarded-proto": "https", host: "hooks.example:8443" }, "https://hooks.example:8443/a"],
    ["what the nearest proxy says", "/", { "x-forwarded-proto": "http, https", "x-forwarded-host": "evil.example, hooks.example" }, "https://hooks.example/"],
    ["a web request's own", "http://inner/a", { "x-forwarded-proto": "https" }, "https://inner/a"],
    ["no scheme", "/a", { "x-forwarded-host": "hooks.example" }, "/a"],
    ["another scheme", "/a", { "x-forwarded-proto": "javascript", host: "h" }, "/a"],
    ["a host with a path in it", "/a", { "x-forwarded-proto": "https", "x-forwarded-host": "hooks.example/x" }, "/a"],
    ["a host with a user", "/a", { "x-forwarded-proto": "https", "x-forwarded-host": "u@hooks.example" }, "/a"],
    ["nothing", "http://inner/a", { "x-forwarded-proto": "ftp" }, "/a"],
  ])("%s", (_, called, headers, expected) => expect(forwardedUrl(called, headers)).toBe(expected));

  it("is not believed unless it is asked for", async () => {
    class OverUrl extends ContractHandler {
      static override readonly spec = { ...ContractHandler.spec, verify: hmac({ signature: header("x-signature"), content: [url] }) };
    }
    const { method, path, headers, ...rest } = delivery("echo", "{}", { headers: [["x-forwarded-proto", "https"], ["x-forwarded-host", "hooks.example"]] });
    const signature = createHmac("sha256", "contract").update("https://hooks.example/webhooks/contract").digest("hex");
    const request: WebhookRequest = { method, url: path, headers: [...headers.filter(([name]) => name !== "x-signature"), ["x-signature", signature]], body: bodyOf(rest) };
    expect(await new OverUrl({ secret: "contract", logger: {} }).handle(request)).toMatchObject({ status: 503 });
    expect(await new OverUrl({ secret: "contract", trustProxy: true }).handle(request)).toMatchObject({ status: 200 });
  });
});

it("an answer on Node is sent with its length, and not in chunks", async () => {
  const served = await listen(nodeRoutes({ contract: new ContractHandler() }));
  const { headers, body } = await rawRequest(served.port, delivery("echo", '{"name":"Zoë"}'));
  await served.close();
  expect(headers["transfer-encoding"]).toBeUndefined();
  expect(headers["content-length"]).toBe(`${Buffer.byteLength(body)}`);
});

it("an answer on Node has its own headers, and none that are inherited", () => {
  const sent: string[] = [];
  const response = { headersSent: false, statusCode: 0, setHeader: (name: string) => void sent.push(name), end: () => {} };
  const headers = Object.create({ polluted: "yes" }, { "x-own": { value: "1", enumerable: true } }) as Record<string, string>;
  sendNodeResponse(response, { ...new WebhookResponse("text", { status: 202 }), headers } as WebhookResponse);
  expect([response.statusCode, sent]).toEqual([202, ["x-own"]]);
});

it("a body on Node that breaks off is waited for no longer, though nothing calls it an error", async () => {
  const stream = new Readable({ read() {} });
  const reading = readBody(stream, [], { framework: "Node", fix: "" })(10, () => {});
  stream.push("{");
  stream.destroy();
  await expect(reading).rejects.toThrow("The client closed the connection");
});

describe("an answer within the time given", () => {
  it("is kept alive by the platform", async () => {
    const handler = new ContractHandler();
    const kept: Promise<unknown>[] = [];
    const worker = cloudflareRoutes({ contract: handler }, { respondWithin: 1 });
    let finish = (): void => {};
    handler.slow = new Promise((resolve) => (finish = resolve));
    const response = (await worker.fetch(asWebRequest(delivery("slow")), {}, { waitUntil: (work) => void kept.push(work) })) as Response;
    expect(response.status).toBe(202);
    finish();
    expect(kept).toHaveLength(1);
    await kept[0];
  });

  it("asks to send again where nothing keeps it alive, or what should throws", async () => {
    for (const waitUntil of [undefined, () => { throw new Error("no context"); }]) {
      const handler = new ContractHandler();
      handler.slow = new Promise(() => {});
      const routes = fetchRoutes({ contract: handler }, { respondWithin: 1, waitUntil });
      expect(((await routes(asWebRequest(delivery("slow")))) as Response).status).toBe(503);
    }
  });

  it("says nothing was received while the store is still silent", async () => {
    const store = { claim: () => new Promise<never>(() => {}), complete: async () => {}, release: async () => {} };
    class WithId extends ContractHandler {
      static override readonly spec = { ...ContractHandler.spec, id: ContractHandler.spec.event } as typeof ContractHandler.spec;
    }
    const routes = fetchRoutes({ contract: new WithId({ store }) }, { respondWithin: 1, waitUntil: () => {} });
    expect(((await routes(asWebRequest(delivery("slow")))) as Response).status).toBe(503);
  });

  it("lets what has not begun go on, too: what it claims must not stay claimed", async () => {
    let claimed: (state: "claimed") => void = () => {};
    const ended: string[] = [];
    const store = { claim: () => new Promise<"claimed">((resolve) => (claimed = resolve)), complete: async () => void ended.push("complete"), release: async () => void ended.push("release") };
    const kept: Promise<unknown>[] = [];
    const routes = fetchRoutes({ contract: new ContractHandler({ store }) }, { respondWithin: 1, waitUntil: (work) => void kept.push(work) });
    expect(((await routes(asWebRequest(delivery("echo", "{}")))) as Response).status).toBe(503);
    expect(kept).toHaveLength(1);
    claimed("claimed");
    await kept[0];
    expect(ended).toEqual(["complete"]);
  });

  it.each([Infinity, 2 ** 31])("waits as long as a timer can where it is told %s", async (respondWithin) => {
    const handler = new ContractHandler();
    handler.slow = new Promise((resolve) => setTimeout(resolve, 20));
    expect(((await fetchRoutes({ contract: handler }, { respondWithin })(asWebRequest(delivery("slow")))) as Response).status).toBe(200);
  });

  it("is no time unless it is positive", () => {
    expect(() => fetchRoutes({ contract: new ContractHandler() }, { respondWithin: Number.NaN })).toThrow("respondWithin");
  });
});

describe("a parser's text", () => {
  it("is taken with a warning that names the framework and the fix", async () => {
    const warnings: string[] = [];
    const handler = new ContractHandler({ logger: { warn: (message) => void warnings.push(message) } });
    const { port, close } = await listen(new Koa().use(bodyParser()).use(koaRoutes({ contract: handler })).callback());
    expect((await rawRequest(port, delivery("echo", '{ "a": 1 }'))).status).toBe(200);
    await close();
    expect(warnings).toEqual([expect.stringContaining("Koa: a body parser made text of the request's bytes")]);
    expect(warnings[0]).toContain("above app.use(bodyParser())");
  });

  it("of a Lambda is as it should be, unless bytes were lost in it", async () => {
    const warnings: string[] = [];
    const routes = lambdaRoutes({ contract: new ContractHandler({ logger: { warn: (message) => void warnings.push(message) } }) });
    const { path, headers } = delivery("echo", '{"a":"ü"}');
    const event = { rawPath: path, requestContext: { http: { method: "POST" } }, headers: Object.fromEntries(headers), isBase64Encoded: false };
    expect(await routes({ ...event, body: '{"a":"ü"}' })).toMatchObject({ statusCode: 200 });
    expect(warnings).toEqual([]);
    expect(await routes({ ...event, body: '{"a":"\uFFFD"}' })).toMatchObject({ statusCode: 401 });
    expect(warnings[0]).toContain("binaryMediaTypes");
  });
});

it("a Lambda's event that is no HTTP request is an error, not an answer", async () => {
  await expect(lambdaRoutes({ contract: new ContractHandler() })({ Records: [] } as never)).rejects.toThrow("no HTTP request");
});
