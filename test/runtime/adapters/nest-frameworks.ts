import type { DynamicModule, INestApplication } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { ExpressAdapter, type NestExpressApplication } from "@nestjs/platform-express";
import { FastifyAdapter, type NestFastifyApplication } from "@nestjs/platform-fastify";
import type { HandlerMap } from "@smart-webhooks/runtime/fetch";
import { webhookRoutes } from "@smart-webhooks/runtime/nest";
import express from "express";
import type { Framework, Served } from "./framework.js";

const HANDLERS = Symbol("handlers of webhooks");

/** Nest on both of its platforms. Decorators are called, as this repository's TypeScript only erases types. */
export const nestFrameworks: readonly Framework[] = [
  {
    name: "Nest on Express",
    calledBy: "Nest",
    goesOn: true,
    serve: async (handlers, options) => {
      const app = await NestFactory.create<NestExpressApplication>(moduleWith(handlers), new ExpressAdapter(), { logger: false });
      return serveNest(app.use(webhookRoutes(app.get<HandlerMap>(HANDLERS), options)));
    },
    serveParsed: async (handlers) => {
      const app = await NestFactory.create<NestExpressApplication>(moduleWith(handlers), new ExpressAdapter(), { logger: false });
      return serveNest(app.use(express.json(), express.urlencoded(), webhookRoutes(handlers)));
    },
  },
  {
    name: "Nest on Fastify",
    calledBy: "Nest",
    goesOn: true,
    serve: async (handlers, options) => {
      const app = await NestFactory.create<NestFastifyApplication>(moduleWith(handlers), new FastifyAdapter(), { logger: false });
      return serveNest(app.use(webhookRoutes(app.get<HandlerMap>(HANDLERS), options)));
    },
    serveParsed: async (handlers) => {
      const app = await NestFactory.create<NestFastifyApplication>(moduleWith(handlers), new FastifyAdapter(), { logger: false });
      const routes = webhookRoutes(handlers);
      // A route comes after Fastify's parsers.
      app.getHttpAdapter().getInstance().all("/*", (request, reply) => void routes(request.raw, reply.hijack().raw));
      return serveNest(app);
    },
  },
];

function moduleWith(handlers: HandlerMap): DynamicModule {
  return { module: function AppModule() {} as never, providers: [{ provide: HANDLERS, useValue: handlers }] };
}

async function serveNest(app: INestApplication): Promise<Served> {
  await app.listen(0, "127.0.0.1");
  const server = app.getHttpServer() as { address(): { readonly port: number }; closeAllConnections(): void };
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await app.close();
  };
  return { port: server.address().port, close };
}
