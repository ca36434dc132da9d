import type { FetchRequest, FetchResponse } from "../web.js";
import { fetchRoutes } from "./fetch.js";
import { type HandlerMap, type RouteOptions, staysUp } from "./routes.js";

export type { FetchRequest, FetchResponse } from "../web.js";
export type { HandlerMap, RoutableHandler, RouteOptions } from "./routes.js";

const ADVICE = { framework: "Bun", fix: "Hand the request over before anything calls json(), text() or formData() on it." };

/** For Bun: `Bun.serve(webhookRoutes({ github: new MyGitHubHandler() }))`, or `export default` of it. Unknown paths are answered 404. */
export function webhookRoutes(handlers: HandlerMap, options?: RouteOptions): { fetch(request: FetchRequest): Promise<FetchResponse> } {
  const respond = fetchRoutes(handlers, options, ADVICE);
  return { fetch: (request) => respond(request, staysUp) };
}
