import { failureResponse } from "../finish.js";
import { fromNodeRequest, type NodeRequest, type NodeResponse, sendNodeResponse } from "./node-request.js";
import type { Advice } from "./raw-body.js";
import { createRoutes, type HandlerMap, type RouteOptions, staysUp } from "./routes.js";

export type { NodeRequest, NodeResponse } from "./node-request.js";
export type { HandlerMap, RoutableHandler, RouteOptions } from "./routes.js";

/** A listener for `http.createServer`, and middleware in the style of connect. */
export type NodeListener = (request: NodeRequest, response: NodeResponse, next?: () => void) => Promise<void>;

const ADVICE: Advice = { framework: "Node", fix: "Mount the webhook routes before it, or let it keep the bytes in request.rawBody." };

/** A listener for `http.createServer`. Unknown paths go to `next` when there is one (connect), else are answered 404. */
export function webhookRoutes(handlers: HandlerMap, options?: RouteOptions): NodeListener {
  return nodeRoutes(handlers, options, ADVICE);
}

/** The listener, with the advice that a framework's users need when a body parser came first. */
export function nodeRoutes(handlers: HandlerMap, options: RouteOptions | undefined, advice: Advice): NodeListener {
  const routes = createRoutes(handlers, options);
  return async (request, response, next) => {
    const answer = routes.answer(request.url ?? "", fromNodeRequest(request, advice), staysUp);
    if (answer !== undefined) sendNodeResponse(response, await answer);
    else if (next) next();
    else sendNodeResponse(response, failureResponse("not_found"));
  };
}
