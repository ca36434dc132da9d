import { createServer, type RequestListener, type ServerResponse } from "node:http";
import type { IncomingMessage } from "node:http";
import { createNodeMiddleware, Webhooks } from "@octokit/webhooks";
import { webhookRoutes as expressRoutes } from "@smart-webhooks/runtime/express";
import { webhookRoutes as fastifyRoutes } from "@smart-webhooks/runtime/fastify";
import { webhookRoutes } from "@smart-webhooks/runtime/node";
import express from "express";
import fastify from "fastify";
import { GitHubHandler } from "../test/golden/github/github/handler.js";
import { SECRET } from "./contestant.js";
import { floor } from "./github-contestants.js";
import { loadPeer } from "./load-peer.js";

/** Starts a server's listener. To add one is to add one of these. The floor comes first. */
export const httpServers: Readonly<Record<string, () => RequestListener | Promise<RequestListener>>> = {
  "floor: node:http, verify, parse, a call": () => bare,
  "ours, node:http": () => webhookRoutes({ github: github() }),
  "ours, Express": () => express().use(expressRoutes({ github: github() })),
  "ours, Fastify": async () => {
    const app = fastify();
    await app.register(fastifyRoutes({ github: github() }));
    await app.ready();
    return (request, response) => void app.routing(request, response);
  },
  "floor in express.raw()": () => express().post("/webhooks/github", express.raw({ type: "*/*", limit: "25mb" }), (request, response) => void answer(request as IncomingMessage, response as ServerResponse, request.body as Buffer)),
  "@octokit/webhooks createNodeMiddleware": () => {
    const webhooks = new Webhooks({ secret: SECRET, log: SILENT });
    webhooks.on("push", () => {});
    const middleware = createNodeMiddleware(webhooks, { path: "/webhooks/github" });
    return (request, response) => void middleware(request, response);
  },
  "probot createNodeMiddleware": async () => {
    const { createNodeMiddleware: ofProbot, Probot } = await loadPeer<ProbotModule>("probot");
    const probot = new Probot({ appId: 1, privateKey: "key", secret: SECRET, logLevel: "fatal" });
    return ofProbot((app) => void app.on("push", () => {}), { probot, webhooksPath: "/webhooks/github" });
  },
};

interface ProbotModule {
  readonly Probot: new (options: object) => unknown;
  readonly createNodeMiddleware: (app: (app: { on(event: string, listener: () => void): void }) => void, options: object) => Promise<RequestListener>;
}

const SILENT = { debug() {}, info() {}, warn() {}, error() {} };

function github(): GitHubHandler {
  // The same delivery comes over and over: remembered, it would be handled once.
  return GitHubHandler.define({ onPush() {} }, { secret: SECRET, logger: {}, store: false });
}

function bare(request: IncomingMessage, response: ServerResponse): void {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => answer(request, response, Buffer.concat(chunks)));
}

function answer({ headers, url = "" }: IncomingMessage, response: ServerResponse, body: Buffer): void {
  const accepted = floor.receive({ url, headers: headers as Record<string, string>, body }, { count: 0 });
  response.statusCode = accepted ? 200 : 401;
  response.end();
}

// Run as a process of its own: tells its port, and how much CPU it took whenever it is asked.
const name = process.argv[2];
const start = name === undefined ? undefined : httpServers[name];
if (start !== undefined && process.send !== undefined) {
  const server = createServer(await start());
  server.listen(0, "127.0.0.1", () => process.send?.(server.address()));
  process.on("message", () => process.send?.(process.cpuUsage()));
}
