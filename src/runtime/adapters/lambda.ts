import { failureResponse } from "../finish.js";
import { type LambdaEvent, toLambdaRequest } from "./lambda-request.js";
import { createRoutes, type HandlerMap, type RouteOptions } from "./routes.js";

export type { LambdaEvent } from "./lambda-request.js";
export type { HandlerMap, RoutableHandler, RouteOptions } from "./routes.js";

/** The answer, in the form that API Gateway, function URLs and load balancers all take. */
export interface LambdaResult {
  statusCode: number;
  headers: Record<string, string>;
  /** A load balancer that asks with several values per header wants its answer so. */
  multiValueHeaders?: Record<string, string[]>;
  body: string;
  isBase64Encoded: false;
}

/**
 * For AWS Lambda: `export const handler = webhookRoutes({ github: new MyGitHubHandler() })`, behind an API Gateway (REST or HTTP), a
 * function URL or a load balancer. Unknown paths are answered 404. A Lambda stops with its answer: `respondWithin` answers 503.
 *
 * @throws TypeError for an event that is no HTTP request: give those to `handler.dispatch`
 */
export function webhookRoutes(handlers: HandlerMap, options?: RouteOptions): (event: LambdaEvent) => Promise<LambdaResult> {
  const routes = createRoutes(handlers, options);
  return async (event) => {
    const { path, request } = toLambdaRequest(event);
    const { status, headers, body } = (await routes.answer(path, request)) ?? failureResponse("not_found");
    const several = event.multiValueHeaders && Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]]));
    return { statusCode: status, headers: { ...headers }, ...(several && { multiValueHeaders: several }), body, isBase64Encoded: false };
  };
}
