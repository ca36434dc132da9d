import type { FrameworkName } from "../../src/init/frameworks.js";

/** Starts on a free port, and prints it. */
const LISTEN = "(0, () => console.log((server.address() as AddressInfo).port));";
const ADDRESS = 'import type { AddressInfo } from "node:net";';

/** An application for each framework, in the place where the route file is mounted as `init` says: above a body parser. */
export const servers: Partial<Readonly<Record<FrameworkName, string>>> = {
  express: `${ADDRESS}
import express from "express";
{mount}
app.use(express.json());
const server = app.listen(0, () => console.log((server.address() as AddressInfo).port));
`.replace("{mount}", "const app = express();\n{mount}"),
  fastify: `${ADDRESS}
import fastify from "fastify";
const app = fastify();
{mount}
await app.listen({ port: 0 });
console.log((app.server.address() as AddressInfo).port);
`,
  koa: `${ADDRESS}
import { bodyParser } from "@koa/bodyparser";
import Koa from "koa";
const app = new Koa();
{mount}
app.use(bodyParser());
const server = app.listen(0, () => console.log((server.address() as AddressInfo).port));
`,
  hono: `import { serve } from "@hono/node-server";
import { Hono } from "hono";
const app = new Hono();
{mount}
serve({ fetch: app.fetch, port: 0 }, ({ port }) => console.log(port));
`,
  h3: `import { serve } from "@hono/node-server";
import { H3 } from "h3";
const app = new H3();
{mount}
serve({ fetch: app.fetch, port: 0 }, ({ port }) => console.log(port));
`,
  nest: `${ADDRESS}
import "reflect-metadata";
import { Module } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
class AppModule {}
Module({})(AppModule);
const app = await NestFactory.create(AppModule, { logger: false });
{mount}
await app.listen(0);
console.log((app.getHttpServer().address() as AddressInfo).port);
`,
  node: `${ADDRESS}
import { createServer } from "node:http";
import { webhooks } from "./webhooks/routes.js";
const server = createServer(webhooks).listen${LISTEN}
`,
  fetch: `import { serve } from "@hono/node-server";
import { webhooks } from "./webhooks/routes.js";
serve({ fetch: async (request: Request) => {
  const response = await webhooks(request);
  return response as Response;
}, port: 0 }, ({ port }) => console.log(port));
`,
};

/** What each platform takes of a route file that it calls by itself. Next to `src/app.ts`, where the others have their server. */
export const modules: Partial<Readonly<Record<FrameworkName, string>>> = {
  next: `import { GET, POST } from "../app/webhooks/[...path]/route.js";
export const routes: readonly ((request: Request) => Promise<Pick<Response, "status">>)[] = [GET, POST];
`,
  "next-pages": `import type { NextApiHandler } from "next";
import handler, { config } from "../pages/api/webhooks/[...path].js";
export const page: NextApiHandler = handler;
export const bodyParser: false = config.api.bodyParser as false;
`,
  nuxt: `export { default } from "../server/middleware/webhooks.js";
`,
  azure: `import "./functions/webhooks.js";
`,
  lambda: `import type { APIGatewayProxyHandlerV2 } from "aws-lambda";
import { handler } from "./webhooks/lambda.js";
export const typed: APIGatewayProxyHandlerV2 = handler;
`,
  cloudflare: `import worker from "./webhooks/worker.js";
export const answer = (request: Request): Promise<Pick<Response, "status">> => worker.fetch(request, {}, { waitUntil: () => {} });
`,
  bun: `import server from "./webhooks/server.js";
export const answer = (request: Request): Promise<Pick<Response, "status">> => server.fetch(request);
`,
  deno: `import server from "./webhooks/server.ts";
export const answer = (request: Request): Promise<Pick<Response, "status">> => server.fetch(request);
`,
};
