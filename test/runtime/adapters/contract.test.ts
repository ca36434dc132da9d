import { connect } from "node:net";
import type { WebhookLogger } from "@smart-webhooks/runtime";
import { afterEach, describe, expect, it } from "vitest";
import { bodyOf } from "../http/http-case.js";
import { rawRequest } from "../http/raw-request.js";
import { contractCases } from "./contract-cases.js";
import { delivery } from "./contract-delivery.js";
import { ContractHandler } from "./contract-handler.js";
import type { Served } from "./framework.js";
import { frameworks } from "./frameworks.js";

const open: Served[] = [];
afterEach(async () => {
  for (const served of open.splice(0)) await served.close();
});

async function kept(served: Promise<Served>): Promise<number> {
  open.push(await served);
  return (await served).port;
}

describe.each(frameworks.map((framework) => [framework.name, framework] as const))("webhookRoutes in %s", (name, framework) => {
  const { methods, carries = () => true, goesOn, serve, serveParsed, keepsBody = false, calledBy = name } = framework;
  const fit = contractCases.filter(({ request }) => carries({ ...request, body: bodyOf(request) }));

  it.each(fit.map((one) => [one.name, one] as const))("answers %s", async (_, { request, status, body, headers = {} }) => {
    const answer = await rawRequest(await kept(serve({ contract: new ContractHandler({ maxBodyBytes: 1000 }) })), request);
    expect(answer.status).toBe(status);
    // A framework answers for itself the methods that an adapter cannot have.
    if (methods?.includes(request.method) === false) return;
    expect(answer.body).toBe(typeof body === "string" ? body : JSON.stringify(body));
    for (const [header, value] of Object.entries(headers)) expect(answer.headers[header], header).toBe(value);
  });

  it("leaves another path alone", async () => {
    const port = await kept(serve({ contract: new ContractHandler() }));
    for (const path of ["/webhooks/other", "/webhooks/contract/more", "/webhooks/%63ontract", "/webhooks//contract"]) {
      // Next first redirects to a path without the second slash.
      expect([308, 404], path).toContain((await rawRequest(port, delivery("echo", "{}", { path }))).status);
    }
  });

  it("serves below basePath", async () => {
    const port = await kept(serve({ contract: new ContractHandler() }, { basePath: "/base/" }));
    expect((await rawRequest(port, delivery("echo", "{}", { path: "/base/webhooks/contract" }))).status).toBe(200);
    expect((await rawRequest(port, delivery("echo"))).status).toBe(404);
  });

  it("survives a client that says it sends more than it does", async () => {
    const port = await kept(serve({ contract: new ContractHandler() }));
    await new Promise<void>((resolve) => {
      const socket = connect(port, "127.0.0.1", () => {
        socket.end("POST /webhooks/contract HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{}");
      });
      socket.on("error", () => {}).on("close", () => resolve()).resume();
    });
    expect((await rawRequest(port, delivery("echo"))).status).toBe(200);
  });

  it("believes no length that is too small", async () => {
    const port = await kept(serve({ contract: new ContractHandler() }));
    const answer = await rawRequest(port, delivery("echo", '{"a":1}', { headers: [["content-length", "2"]] }));
    expect([400, 401]).toContain(answer.status);
  });

  it.each(["application/json", "application/x-www-form-urlencoded"])("after a body parser says how it must be set up (%s)", async (type) => {
    const logged: string[] = [];
    const log: NonNullable<WebhookLogger["warn"]> = (message, { reason = "" }) => void logged.push(message, reason);
    const port = await kept(serveParsed({ contract: new ContractHandler({ logger: { warn: log, error: log } }) }));
    const answer = await rawRequest(port, delivery("echo", type.endsWith("json") ? '{ "a": 1 }' : "a=1", { headers: [["content-type", type]] }));
    if (keepsBody && answer.status === 200) return expect(answer.body).toContain("success");
    expect(logged.join("\n")).toContain(`${calledBy}: a body parser read the request`);
    expect(answer).toMatchObject({ status: 500 });
    expect(JSON.parse(answer.body)).toMatchObject({ code: "body_already_parsed" });
  });

  it("answers within the time given, though the method goes on", async () => {
    const logged: unknown[] = [];
    const log: NonNullable<WebhookLogger["info"]> = (_, { status }) => void logged.push(status);
    const handler = new ContractHandler({ logger: { info: log, error: log } });
    let finish = (): void => {};
    handler.slow = new Promise((resolve) => (finish = resolve));
    const port = await kept(serve({ contract: handler }, { respondWithin: 20 }));
    const answer = await rawRequest(port, delivery("slow"));
    expect(answer.status).toBe(goesOn ? 202 : 503);
    expect(answer.headers["retry-after"]).toBe(goesOn ? undefined : "60");
    finish();
    await expect.poll(() => logged).toEqual([goesOn ? 202 : 503, 200]);
  });
});
