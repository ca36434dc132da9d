import type { FetchRequest, FetchResponse } from "../web.js";
import { fetchRoutes } from "./fetch.js";
import { type NodeListener, nodeRoutes } from "./node.js";
import type { HandlerMap, RouteOptions } from "./routes.js";

export type { NodeRequest, NodeResponse } from "./node-request.js";
export type { FetchRequest, FetchResponse } from "../web.js";
export type { HandlerMap, RoutableHandler, RouteOptions } from "./routes.js";

type RouteHandler = (request: FetchRequest) => Promise<FetchResponse>;

const ADVICE = { framework: "Next.js", fix: "Hand the request to POST before anything calls json(), text() or formData() on it." };
const PAGES_ADVICE = { framework: "Next.js", fix: "Beside the default export, write: export const config = { api: { bodyParser: false } };" };

/**
 * For the app router: `export const { GET, POST } = webhookRoutes({ github: new MyGitHubHandler() })`. A provider that first asks
 * with HEAD or OPTIONS needs those exported, too. `after` of `next/server` is the option `waitUntil`.
 */
export function webhookRoutes(
  handlers: HandlerMap,
  options?: RouteOptions,
): { readonly GET: RouteHandler; readonly HEAD: RouteHandler; readonly OPTIONS: RouteHandler; readonly POST: RouteHandler } {
  const respond = fetchRoutes(handlers, options, ADVICE);
  // Next gives a second argument of its own.
  const route: RouteHandler = (request) => respond(request);
  return { GET: route, HEAD: route, OPTIONS: route, POST: route };
}

/** For the pages router: `export default webhookPages({ … })`, with `export const config = { api: { bodyParser: false } };` beside it. */
export function webhookPages(handlers: HandlerMap, options?: RouteOptions): NodeListener {
  const listen = nodeRoutes(handlers, options, PAGES_ADVICE);
  return (request, response) => listen(request, response);
}
