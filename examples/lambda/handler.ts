import { webhookRoutes } from "@smart-webhooks/runtime/lambda";
import type { APIGatewayProxyHandlerV2 } from "aws-lambda";
import { MyGitHubHandler } from "../github.js";

// Behind an HTTP API or a function URL; the same function serves a REST API and a load balancer.
export const handler: APIGatewayProxyHandlerV2 = webhookRoutes({ github: new MyGitHubHandler() });
