import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import type { WebhookSpec } from "@smart-webhooks/runtime";
import { webhookRoutes as expressRoutes } from "@smart-webhooks/runtime/express";
import { webhookRoutes as nodeRoutes } from "@smart-webhooks/runtime/node";
import express from "express";
import { beforeAll, describe, expect, it } from "vitest";
import { groups, httpCases } from "./http-case.js";
import { rawRequest } from "./raw-request.js";
import { loadReceivers } from "./receivers.js";
import { runGroup, type Serve } from "./run-group.js";
import { handle } from "./serve-handle.js";

let receivers: ReadonlyMap<string, readonly WebhookSpec[]>;
beforeAll(async () => void (receivers = await loadReceivers()));

function overSockets(listenerOf: (handlers: Parameters<typeof nodeRoutes>[0]) => RequestListener): Serve {
  return async ({ handlers }) => {
    const server = createServer(listenerOf(handlers));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const close = (): Promise<void> => new Promise((resolve) => server.close(() => resolve()));
    return { close, send: (test) => rawRequest(port, test) };
  };
}

const servers: readonly (readonly [name: string, serve: Serve])[] = [
  ["handle()", handle],
  ["node:http", overSockets((handlers) => nodeRoutes(handlers) as RequestListener)],
  ["Express", overSockets((handlers) => express().use(expressRoutes(handlers)) as RequestListener)],
];

it("has the cases of six receivers", () => {
  expect(httpCases.length).toBeGreaterThan(320);
  expect(new Set(httpCases.map(({ provider }) => provider)).size).toBe(6);
});

describe.each(servers)("requests through %s", (name, serve) => {
  const fit = httpCases.filter(({ transport }) => name === "handle()" || transport !== "object");
  it.each(groups(fit).map((tests) => [tests.map(({ id }) => id).join(", "), tests] as const))("%s", async (_, tests) => {
    await runGroup(tests, receivers.get(tests[0]?.provider ?? "") ?? [], serve);
  });
});
