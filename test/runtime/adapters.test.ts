import { createServer, request as httpRequest, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type WebhookLogger, WebhookResponse } from "@smart-webhooks/runtime";
import { webhookRoutes as expressRoutes } from "@smart-webhooks/runtime/express";
import { webhookRoutes as fetchRoutes } from "@smart-webhooks/runtime/fetch";
import { webhookRoutes as nodeRoutes } from "@smart-webhooks/runtime/node";
import { signedRequest, type SignedRequest } from "@smart-webhooks/runtime/testing";
import express from "express";
import { afterEach, describe, expect, it } from "vitest";
import { type PushEvent, SampleHandler } from "./sample-handler.js";

const logged: string[] = [];
const logger: WebhookLogger = { error: (_, { reason }) => void logged.push(reason ?? "") };

class MyHandler extends SampleHandler {
  constructor(options = {}) {
    super({ secret: "s", logger, ...options });
  }
  override onPush({ payload }: PushEvent) {
    return { ref: payload.ref };
  }
}

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
  logged.length = 0;
});

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

type Send = (path: string, init: Pick<SignedRequest, "headers" | "body"> & { readonly method?: string }) => Promise<Response>;

const overHttp = (origin: string): Send => (path, init) => fetch(origin + path, { method: "POST", ...init });

const adapters: readonly (readonly [string, (handler: MyHandler) => Promise<Send>])[] = [
  ["fetch", async (handler) => {
    const routes = fetchRoutes({ sample: handler });
    return (path, init) => routes(new Request(`http://localhost${path}`, { method: "POST", ...init }));
  }],
  ["node:http", async (handler) => overHttp(await listen(nodeRoutes({ sample: handler })))],
  ["Express", async (handler) => overHttp(await listen(express().use(expressRoutes({ sample: handler }))))],
];

describe.each(adapters)("webhookRoutes for %s", (_, mount) => {
  it("answers a delivery", async () => {
    const handler = new MyHandler();
    const send = await mount(handler);
    const response = await send("/webhooks/sample", await signedRequest(handler, "push", { ref: "ü" }));
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(await response.json()).toEqual({ ref: "ü", status: "success" });
  });

  it.each<readonly [string, string, object, number]>([
    ["a path with a query", "/webhooks/sample?x=1", {}, 200],
    ["a path with a slash behind it", "/webhooks/sample/", {}, 200],
    ["another path", "/webhooks/other", {}, 404],
    ["a forged signature", "/webhooks/sample", { headers: { "x-event": "push", "x-signature": `sha256=${"0".repeat(64)}` } }, 401],
    ["another method", "/webhooks/sample", { method: "PUT" }, 405],
    ["a compressed body", "/webhooks/sample", { headers: { "content-encoding": "gzip" } }, 415],
  ])("answers %s", async (__, path, change, status) => {
    const handler = new MyHandler();
    const send = await mount(handler);
    const response = await send(path, { ...(await signedRequest(handler, "push", { ref: "r" })), ...change });
    expect(response.status).toBe(status);
  });

  it("answers an event that nobody takes with no body", async () => {
    const handler = new MyHandler();
    const send = await mount(handler);
    const response = await send("/webhooks/sample", await signedRequest(handler, "issue.opened", { action: "opened" }));
    expect(response.status).toBe(204);
    expect(await response.text()).toBe("");
  });

  it("stops reading a body at the limit", async () => {
    const handler = new MyHandler({ maxBodyBytes: 100 });
    const send = await mount(handler);
    const response = await send("/webhooks/sample", await signedRequest(handler, "push", { ref: "r".repeat(200) }));
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ code: "body_too_large" });
  });
});

describe("a body that something read before", () => {
  const parsers = [
    ["express.json()", express.json(), "application/json"],
    ["express.urlencoded()", express.urlencoded(), "application/x-www-form-urlencoded"],
  ] as const;

  it.each(parsers)("by %s is a configuration error with its fix, never 401", async (_, parser, type) => {
    const handler = new MyHandler();
    const origin = await listen(express().use(parser).use(expressRoutes({ sample: handler })));
    const request = await signedRequest(handler, "push", { ref: "r" }, { headers: { "content-type": type } });
    const response = await overHttp(origin)("/webhooks/sample", request);
    expect(response.status).toBe(500);
    expect(await response.json()).toMatchObject({ code: "body_already_parsed" });
    expect(logged.join()).toContain("above app.use(express.json())");
  });

  it.each([
    ["express.raw()", express.raw({ type: "*/*" })],
    ["a parser that keeps rawBody", express.json({ verify: (request, __, bytes) => void Object.assign(request, { rawBody: bytes }) })],
    ["a parser of other types", express.urlencoded()],
    ["express.text()", express.text({ type: "*/*" })],
  ])("by %s is still there", async (_, parser) => {
    const handler = new MyHandler();
    const origin = await listen(express().use(parser).use(expressRoutes({ sample: handler })));
    const response = await overHttp(origin)("/webhooks/sample", await signedRequest(handler, "push", { ref: "r" }));
    expect(response.status).toBe(200);
  });

  it("has no body where HTTP allows none, whatever the method gave", async () => {
    const handler = SampleHandler.define({ onPush: () => new WebhookResponse("text", { status: 204 }) }, { secret: "s", logger: {} });
    const response = await handler.fetch(new Request("http://localhost/", await signedRequest(handler, "push", { ref: "r" })));
    expect([response.status, await response.text()]).toEqual([204, ""]);
  });

  it("in a web request is a configuration error too", async () => {
    const handler = new MyHandler();
    const request = new Request("http://localhost/", await signedRequest(handler, "push", { ref: "r" }));
    await request.json();
    expect((await handler.fetch(request)).status).toBe(500);
    expect(logged.join()).toContain("before calling json()");
  });

  it("as an object given to handle() is one as well", async () => {
    const handler = new MyHandler();
    const request = { ...(await signedRequest(handler, "push", { ref: "r" })), body: { ref: "r" } as never };
    expect(await handler.handle(request)).toMatchObject({ status: 500 });
  });
});

describe("the table of routes", () => {
  const handler = new MyHandler();

  it("leaves other paths to Express", async () => {
    const app = express().use(expressRoutes({ sample: handler })).get("/", (_, response) => void response.send("home"));
    expect(await (await fetch(await listen(app))).text()).toBe("home");
  });

  it("matches below the mount point and below basePath", async () => {
    const origin = await listen(express().use("/api", expressRoutes({ sample: handler })));
    expect((await overHttp(origin)("/api/webhooks/sample", await signedRequest(handler, "push", { ref: "r" }))).status).toBe(200);
    const routes = fetchRoutes({ sample: handler }, { basePath: "/api/" });
    const request = await signedRequest(handler, "push", { ref: "r" });
    expect((await routes(new Request(`http://localhost/api${request.url}`, request))).status).toBe(200);
    expect((await routes(new Request(`http://localhost${request.url}`, request))).status).toBe(404);
  });

  it("serves a handler under a path of its own", async () => {
    const routes = fetchRoutes({ "/hooks/s": handler });
    expect((await routes(new Request("http://localhost/hooks/s", await signedRequest(handler, "push", { ref: "r" })))).status).toBe(200);
  });

  it("serves several paths of one handler", async () => {
    const routes = nodeRoutes({ sample: new MyHandler({ path: ["/a", "/b"] }) });
    const origin = await listen(routes);
    const request = await signedRequest(handler, "push", { ref: "r" });
    for (const path of ["/a", "/b"]) expect((await overHttp(origin)(path, request)).status).toBe(200);
  });

  it.each([
    ["a key that is not the handler's provider", { github: handler }, 'under "github" is for "sample"'],
    ["two handlers on one path", { sample: handler, "/webhooks/sample": handler }, "Two webhook handlers"],
    ["a class in place of an instance", { sample: MyHandler as never }, "Give an instance"],
  ])("refuses %s", (_, handlers, message) => expect(() => fetchRoutes(handlers)).toThrow(message));
});

describe("a client that misbehaves", () => {
  it("and hangs up in the middle harms nobody", async () => {
    const handler = new MyHandler();
    const origin = await listen(nodeRoutes({ sample: handler }));
    await new Promise<void>((resolve) => {
      const request = httpRequest(`${origin}/webhooks/sample`, { method: "POST", headers: { "content-length": "1000" } });
      request.on("error", () => resolve());
      request.write("{", () => request.destroy(new Error("gone")));
    });
    const next = await overHttp(origin)("/webhooks/sample", await signedRequest(handler, "push", { ref: "r" }));
    expect(next.status).toBe(200);
  });

  it("and keeps sending past the limit is answered and cut off", async () => {
    const handler = new MyHandler({ maxBodyBytes: 10 });
    const origin = await listen(nodeRoutes({ sample: handler }));
    const answer = await new Promise<{ status: number | undefined; connection: string | undefined }>((resolve, reject) => {
      const request = httpRequest(`${origin}/webhooks/sample`, { method: "POST", headers: { "content-length": "1000000" } }, (response) => {
        response.resume();
        resolve({ status: response.statusCode, connection: response.headers.connection });
        request.destroy();
      });
      request.on("error", reject);
      request.write("x".repeat(1000));
    });
    expect(answer).toEqual({ status: 413, connection: "close" });
  });
});
