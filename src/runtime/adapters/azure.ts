import { failureResponse } from "../finish.js";
import { type FetchRequest, fromFetchRequest } from "../web.js";
import { alreadyParsed } from "./raw-body.js";
import { createRoutes, type HandlerMap, type RouteOptions } from "./routes.js";

export type { HandlerMap, RoutableHandler, RouteOptions } from "./routes.js";

/** The answer of an HTTP function, in the Node.js programming model 4. */
export interface AzureResponse {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body?: string;
}

const ADVICE = { framework: "Azure Functions", fix: "Hand the request over before anything calls json(), text() or formData() on it." };

/**
 * For Azure Functions: `app.http("webhooks", { route: "webhooks/{*path}", authLevel: "anonymous", handler: webhookRoutes({ … }, { basePath: "/api" }) })`,
 * as functions are served below `/api`. Unknown paths are answered 404.
 */
export function webhookRoutes(handlers: HandlerMap, options?: RouteOptions): (request: FetchRequest) => Promise<AzureResponse> {
  const routes = createRoutes(handlers, options);
  return async (request) => {
    const delivery = fromFetchRequest(request, () => alreadyParsed(ADVICE));
    const { status, headers, body } = (await routes.answer(request.url, delivery)) ?? failureResponse("not_found");
    return { status, headers: { ...headers }, ...(body !== "" && { body }) };
  };
}
