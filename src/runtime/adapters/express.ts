import { nodeRoutes } from "./node.js";
import type { NodeRequest, NodeResponse } from "./node-request.js";
import type { HandlerMap, RouteOptions } from "./routes.js";

export type { NodeRequest, NodeResponse } from "./node-request.js";
export type { HandlerMap, RoutableHandler, RouteOptions } from "./routes.js";

const ADVICE = {
  framework: "Express",
  fix: "Put app.use(webhookRoutes(…)) above app.use(express.json()), or keep the bytes: express.json({ verify: (request, _response, bytes) => { request.rawBody = bytes; } }).",
};

/** Express middleware (4 and 5): `app.use(webhookRoutes({ github: new MyGitHubHandler() }))`. Unknown paths go on to the next. */
export function webhookRoutes(
  handlers: HandlerMap,
  options?: RouteOptions,
): (request: NodeRequest, response: NodeResponse, next: () => void) => Promise<void> {
  return nodeRoutes(handlers, options, ADVICE);
}
