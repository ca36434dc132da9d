import type { WebhookResponse } from "../response.js";
import { nodeHeaders, type NodeStream, readBody } from "./node-request.js";
import { createRoutes, type HandlerMap, type RouteOptions, staysUp } from "./routes.js";

export type { HandlerMap, RoutableHandler, RouteOptions } from "./routes.js";

/** The part of Fastify's request that is read. */
export interface FastifyRequest {
  readonly method: string;
  /** As the router matched it, with the plugin's prefix. */
  readonly url: string;
  readonly originalUrl: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly raw: NodeStream & { readonly body?: unknown; readonly rawBody?: unknown };
}

/** The part of Fastify's reply that is used. */
export interface FastifyReply {
  code(status: number): unknown;
  headers(headers: Record<string, string>): unknown;
  send(body?: unknown): unknown;
  callNotFound(): unknown;
}

/** The part of a Fastify instance that is used. */
export interface FastifyApp {
  readonly prefix: string;
  addHook(name: "onRequest", hook: (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>): unknown;
  all(path: string, handler: () => void): unknown;
}

const ADVICE = { framework: "Fastify", fix: "Register webhookRoutes(…) before the hook that reads request.raw." };

/**
 * A Fastify plugin: `app.register(webhookRoutes({ github: new MyGitHubHandler() }))`, with a `prefix` if you like. Its own
 * routes are answered before Fastify's body parsers come; every other route keeps them.
 */
export function webhookRoutes(handlers: HandlerMap, options?: RouteOptions): (app: FastifyApp) => Promise<void> {
  const routes = createRoutes(handlers, options);
  return async (app) => {
    app.addHook("onRequest", async (request, reply) => {
      const { method, url, originalUrl, headers, raw } = request;
      const body = readBody(raw, [raw.rawBody, raw.body], ADVICE);
      const answer = await routes.answer(url.slice(app.prefix.length), { method, url: originalUrl, headers, remoteAddress: raw.socket?.remoteAddress, body }, staysUp);
      // Fastify's router undoes escapes: what it takes for a webhook's path may be none.
      if (answer === undefined) reply.callNotFound();
      else send(reply, answer);
      return reply;
    });
    // A colon would begin a parameter. Nothing gets past the hook to the route itself.
    for (const path of routes.paths) for (const end of ["", "/"]) app.all(path.replaceAll(":", "::") + end, () => {});
  };
}

function send(reply: FastifyReply, answer: WebhookResponse): void {
  reply.code(answer.status);
  reply.headers({ ...nodeHeaders(answer) });
  reply.send(answer.body === "" ? undefined : answer.body);
}
