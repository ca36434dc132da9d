import { createRequire } from "node:module";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { fileURLToPath } from "node:url";
import type { HandlerMap, RouteOptions } from "@smart-webhooks/runtime/fetch";
import { webhookPages, webhookRoutes } from "@smart-webhooks/runtime/next";
import { type Framework, listen, type Served } from "./framework.js";

// One Next for all: its routes, in next-app/, look here for what is to be served.
const shared = globalThis as unknown as { webhooks?: { app?: object; pages?: object } };
const dir = fileURLToPath(new URL("next-app", import.meta.url));
// Required, as the types of `next` would change those of Node for all tests.
const next = createRequire(import.meta.url)("next") as (options: object) => { prepare(): Promise<void>; getRequestHandler(): Handle };
type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;
let started: Promise<Handle> | undefined;

async function start(): Promise<Handle> {
  process.env["NEXT_TELEMETRY_DISABLED"] = "1";
  const app = next({ dev: true, dir, quiet: true, httpServer: createServer() });
  await app.prepare();
  return app.getRequestHandler();
}

async function serveApp(handlers: HandlerMap, options?: RouteOptions, prefix = ""): Promise<Served> {
  shared.webhooks = { app: webhookRoutes(handlers, options) };
  const handle = await (started ??= start());
  return listen((request, response) => {
    request.url = prefix + (request.url ?? "");
    void handle(request, response);
  });
}

async function servePages(handlers: HandlerMap, options?: RouteOptions, prefix = "/api"): Promise<Served> {
  shared.webhooks = { pages: webhookPages(handlers, { ...options, basePath: prefix + (options?.basePath ?? "") }) };
  const handle = await (started ??= start());
  return listen((request, response) => {
    // What is signed is the URL that was called, whatever a server before Next made of it.
    Object.assign(request, { originalUrl: request.url, url: prefix + (request.url ?? "") });
    void handle(request, response);
  });
}

/** Next's two routers, in one application. */
export const nextFrameworks: readonly Framework[] = [
  {
    name: "Next, app router",
    calledBy: "Next.js",
    goesOn: false,
    methods: ["GET", "HEAD", "OPTIONS", "POST"],
    serve: (handlers, options) => serveApp(handlers, options),
    serveParsed: (handlers) => serveApp(handlers, { basePath: "/parsed" }, "/parsed"),
  },
  {
    name: "Next, pages router",
    calledBy: "Next.js",
    goesOn: true,
    serve: (handlers, options) => servePages(handlers, options),
    serveParsed: (handlers) => servePages(handlers, {}, "/api/parsed"),
  },
];
