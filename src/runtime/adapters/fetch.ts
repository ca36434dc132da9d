import { failureResponse } from "../finish.js";
import { type FetchRequest, type FetchResponse, fromFetchRequest, toFetchResponse } from "../web.js";
import { type Advice, alreadyParsed } from "./raw-body.js";
import { createRoutes, type HandlerMap, type RouteOptions, type WaitUntil } from "./routes.js";

export type { FetchRequest, FetchResponse } from "../web.js";
export type { HandlerMap, RoutableHandler, RouteOptions } from "./routes.js";

/** From a web-standard `Request` to its `Response`, with what the platform has to keep work alive. */
export type FetchHandler = (request: FetchRequest, waitUntil?: WaitUntil) => Promise<FetchResponse>;

const ADVICE = { framework: "Request", fix: "Hand it over before anything calls json(), text() or formData() on it." };

/** A function from a web-standard `Request` to its `Response`. Unknown paths are answered 404. */
export function webhookRoutes(handlers: HandlerMap, options?: RouteOptions): (request: FetchRequest) => Promise<FetchResponse> {
  const respond = fetchRoutes(handlers, options, ADVICE);
  return (request) => respond(request);
}

/** The function, with the advice that a framework's users need when something read the body first. */
export function fetchRoutes(handlers: HandlerMap, options: RouteOptions | undefined, advice: Advice): FetchHandler {
  const routes = createRoutes(handlers, options);
  return async (request, waitUntil) => {
    const delivery = fromFetchRequest(request, () => alreadyParsed(advice));
    return toFetchResponse((await routes.answer(request.url, delivery, waitUntil)) ?? failureResponse("not_found"));
  };
}
