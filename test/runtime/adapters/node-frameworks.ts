import { createRequire } from "node:module";
import type { IncomingMessage, RequestListener } from "node:http";
import { bodyParser } from "@koa/bodyparser";
import { webhookRoutes as expressRoutes } from "@smart-webhooks/runtime/express";
import { webhookRoutes as fastifyRoutes } from "@smart-webhooks/runtime/fastify";
import type { HandlerMap, RouteOptions } from "@smart-webhooks/runtime/fetch";
import { webhookRoutes as koaRoutes } from "@smart-webhooks/runtime/koa";
import { webhookRoutes as nodeRoutes } from "@smart-webhooks/runtime/node";
import express from "express";
import fastify from "fastify";
import Koa from "koa";
import { type Framework, listen, type Served } from "./framework.js";

// Its types are those of 5 in all that is used.
const express4 = createRequire(import.meta.url)("express4") as typeof express;

const node: Framework = {
  name: "node:http",
  calledBy: "Node",
  goesOn: true,
  serve: (handlers, options) => listen(nodeRoutes(handlers, options)),
  serveParsed: (handlers) => {
    const routes = nodeRoutes(handlers);
    return listen((request, response) => void parse(request).then(() => routes(request, response)));
  },
};

const expresses: readonly Framework[] = [["Express 5", express] as const, ["Express 4", express4] as const].map(([name, make]) => ({
  name,
  calledBy: "Express",
  goesOn: true,
  serve: (handlers, options) => listen(make().use(expressRoutes(handlers, options)) as RequestListener),
  serveParsed: (handlers) => listen(make().use(make.json(), make.urlencoded({ extended: false }), expressRoutes(handlers)) as RequestListener),
}));

const koa: Framework = {
  name: "Koa",
  goesOn: true,
  keepsBody: true,
  serve: (handlers, options) => listen(new Koa().use(koaRoutes(handlers, options)).callback()),
  serveParsed: (handlers) => listen(new Koa().use(bodyParser()).use(koaRoutes(handlers)).callback()),
};

const fastifyFramework: Framework = {
  name: "Fastify",
  goesOn: true,
  serve: (handlers, options) => serveFastify(handlers, options),
  // Its own parsers come too late to matter; Express's, in a hook, do not.
  serveParsed: (handlers) => serveFastify(handlers, {}, express.json(), express.urlencoded()),
};

async function serveFastify(handlers: HandlerMap, options?: RouteOptions, ...parsers: readonly ReturnType<typeof express.json>[]): Promise<Served> {
  const app = fastify({ forceCloseConnections: true });
  for (const parser of parsers) {
    app.addHook("onRequest", (request, reply, done) => parser(request.raw as never, reply.raw as never, done as never));
  }
  await app.register(fastifyRoutes(handlers, options));
  await app.listen({ port: 0, host: "127.0.0.1" });
  return { port: (app.server.address() as { readonly port: number }).port, close: () => app.close() };
}

async function parse(request: IncomingMessage): Promise<void> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk as Uint8Array);
  Object.assign(request, { body: { parsed: Buffer.concat(chunks).length } });
}

/** Frameworks over Node's own requests. */
export const nodeFrameworks: readonly Framework[] = [node, ...expresses, koa, fastifyFramework];
