import type { FetchRequest, FetchResponse } from "../web.js";
import { fetchRoutes } from "./fetch.js";
import { type HandlerMap, type RouteOptions, staysUp } from "./routes.js";

export type { FetchRequest, FetchResponse } from "../web.js";
export type { HandlerMap, RoutableHandler, RouteOptions } from "./routes.js";

const ADVICE = { framework: "Deno", fix: "Hand the request over before anything calls json(), text() or formData() on it." };

/**
 * For Deno: `export default webhookRoutes({ github: new MyGitHubHandler() })` and `deno serve`, or `Deno.serve(routes.fetch)`.
 * Unknown paths are answered 404.
 */
export function webhookRoutes(handlers: HandlerMap, options?: RouteOptions): { fetch(request: FetchRequest): Promise<FetchResponse> } {
  const respond = fetchRoutes(handlers, options, ADVICE);
  return { fetch: (request) => respond(request, staysUp) };
}
