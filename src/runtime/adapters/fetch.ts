import { failureResponse } from "../finish.js";
import { type FetchRequest, type FetchResponse, fromFetchRequest, toFetchResponse } from "../web.js";
import { type HandlerMap, type RouteOptions, routeTable } from "./routes.js";

export type { HandlerMap, RoutableHandler, RouteOptions } from "./routes.js";

/** A function from a web-standard `Request` to its `Response`. Unknown paths are answered 404. */
export function webhookRoutes(handlers: HandlerMap, options?: RouteOptions): (request: FetchRequest) => Promise<FetchResponse> {
  const find = routeTable(handlers, options);
  return async (request) => {
    const handler = find(pathOf(request.url));
    if (handler === undefined) return toFetchResponse(failureResponse("not_found"));
    return toFetchResponse(await handler.handle(fromFetchRequest(request)));
  };
}

function pathOf(url: string): string {
  // The raw text: `new URL` would resolve `..` and decode nothing else, and a path must match as sent.
  return url.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i, "").split("#", 1)[0] ?? "";
}
