import { randomUUID } from "node:crypto";
import { createHmac } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import examples from "@octokit/webhooks-examples/api.github.com/index.json" with { type: "json" };
import type { WebhookEvent } from "@smart-webhooks/runtime";
import { webhookRoutes as expressRoutes } from "@smart-webhooks/runtime/express";
import { webhookRoutes as nodeRoutes } from "@smart-webhooks/runtime/node";
import express from "express";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GitHubHandler } from "../golden/github-all/github/handler.js";

const SECRET = "It's a Secret to Everybody";

interface Recorded {
  readonly method: string;
  readonly event: WebhookEvent;
}

const ran: Recorded[] = [];

/** Has every method the generator wrote, each recording that it ran. */
function everyMethod(): GitHubHandler {
  const names = Object.values(GitHubHandler.spec.routes).flatMap((route) =>
    typeof route === "string" ? [route] : [route.method, ...Object.values(route.actions)],
  );
  const methods = names.map((method) => [method, (event: WebhookEvent) => void ran.push({ method, event })]);
  return GitHubHandler.define(Object.fromEntries(methods) as Record<"onPush", () => void>, { secret: SECRET, logger: {} });
}

/** Every payload with the name of the method that it must reach. */
const deliveries = examples.flatMap(({ name, examples: payloads }) =>
  payloads.map((payload, index) => ({ name, index, payload: payload as { readonly action?: string } })),
);

function methodFor(name: string, action: string | undefined): string {
  const route = Object.entries(GitHubHandler.spec.routes).find(([event]) => event === name)?.[1];
  if (typeof route === "string") return route;
  return Object.entries(route?.actions ?? {}).find(([known]) => known === action)?.[1] ?? "none";
}

async function post(origin: string, name: string, body: string, signedBody = body): Promise<number> {
  const signature = createHmac("sha256", SECRET).update(signedBody).digest("hex");
  const headers = {
    "content-type": "application/json",
    "x-github-event": name,
    "x-github-delivery": randomUUID(),
    "x-hub-signature-256": `sha256=${signature}`,
  };
  const response = await fetch(`${origin}/webhooks/github`, { method: "POST", headers, body });
  await response.arrayBuffer();
  return response.status;
}

describe.each([
  ["Express", () => createServer(express().use(expressRoutes({ github: everyMethod() })))],
  ["node:http", () => createServer(nodeRoutes({ github: everyMethod() }))],
] as const)("GitHub's own example payloads over %s", (_, create) => {
  let server: Server;
  let origin: string;

  beforeAll(async () => {
    server = create();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterAll(() => void server.close());

  it("are all there", () => expect(deliveries).toHaveLength(329));

  it.each(deliveries)("$name $payload.action ($index) reaches its method, and no method with one byte changed", async (delivery) => {
    const { name, payload } = delivery;
    const body = JSON.stringify(payload);
    ran.length = 0;

    expect(await post(origin, name, body)).toBe(200);
    expect(ran.map(({ method }) => method)).toEqual([methodFor(name, payload.action)]);
    expect(ran[0]?.event.payload).toEqual(payload);

    ran.length = 0;
    const at = delivery.index % body.length;
    const tampered = body.slice(0, at) + String.fromCharCode(body.charCodeAt(at) ^ 1) + body.slice(at + 1);
    expect(await post(origin, name, tampered, body)).toBe(401);
    expect(ran).toEqual([]);
  });
});
