import { type NodeListener, nodeRoutes } from "./node.js";
import type { HandlerMap, RouteOptions } from "./routes.js";

export type { NodeRequest, NodeResponse } from "./node-request.js";
export type { HandlerMap, RoutableHandler, RouteOptions } from "./routes.js";

const ADVICE = {
  framework: "Nest",
  fix: "Mount it before app.listen() with app.use(webhookRoutes({ github: app.get(GitHubWebhooks) })), or, in a controller, create the application with NestFactory.create(AppModule, { rawBody: true }).",
};

/**
 * Nest middleware for the Express and the Fastify platform, with handlers from the container:
 * `app.use(webhookRoutes({ github: app.get(GitHubWebhooks) }))`. It runs before Nest's body parsers.
 */
export function webhookRoutes(handlers: HandlerMap, options?: RouteOptions): NodeListener {
  return nodeRoutes(handlers, options, ADVICE);
}
