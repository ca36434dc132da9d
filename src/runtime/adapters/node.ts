import { failureResponse } from "../finish.js";
import { fromNodeRequest, type NodeRequest, type NodeResponse, sendNodeResponse } from "./node-request.js";
import { type HandlerMap, type RouteOptions, routeTable } from "./routes.js";

export type { NodeRequest, NodeResponse } from "./node-request.js";
export type { HandlerMap, RoutableHandler, RouteOptions } from "./routes.js";

const FIX = "Mount the webhook routes before it, or let it keep the bytes in request.rawBody.";

/** A listener for `http.createServer`. Unknown paths go to `next` when there is one (connect), else are answered 404. */
export function webhookRoutes(
  handlers: HandlerMap,
  options?: RouteOptions,
): (request: NodeRequest, response: NodeResponse, next?: () => void) => Promise<void> {
  return nodeRoutes(handlers, options, FIX);
}

/** The listener, with the advice that a framework's users need when a body parser came first. */
export function nodeRoutes(
  handlers: HandlerMap,
  options: RouteOptions | undefined,
  fix: string,
): (request: NodeRequest, response: NodeResponse, next?: () => void) => Promise<void> {
  const find = routeTable(handlers, options);
  return async (request, response, next) => {
    const handler = find(request.url ?? "");
    if (handler === undefined) {
      if (next) next();
      else sendNodeResponse(response, failureResponse("not_found"));
      return;
    }
    sendNodeResponse(response, await handler.handle(fromNodeRequest(request, fix)));
  };
}
