import type { FetchRequest, FetchResponse } from "../web.js";
import { fetchRoutes } from "./fetch.js";
import type { HandlerMap, RouteOptions } from "./routes.js";

export type { HandlerMap, RoutableHandler, RouteOptions } from "./routes.js";

/** The part of a Worker's execution context that is used. */
export interface ExecutionContext {
  waitUntil(work: Promise<unknown>): void;
}

/** A Worker's module. */
export interface Worker {
  fetch(request: FetchRequest, env: unknown, context: ExecutionContext): Promise<FetchResponse>;
}

const ADVICE = { framework: "Cloudflare Workers", fix: "Hand over the request, or a clone() of it, before anything reads its body." };

/**
 * For Cloudflare Workers: `export default webhookRoutes({ github: new MyGitHubHandler({ env }) })`, with `env` imported from
 * `cloudflare:workers`. Unknown paths are answered 404.
 */
export function webhookRoutes(handlers: HandlerMap, options?: RouteOptions): Worker {
  const respond = fetchRoutes(handlers, options, ADVICE);
  return { fetch: (request, _env, context) => respond(request, (work) => context.waitUntil(work)) };
}
