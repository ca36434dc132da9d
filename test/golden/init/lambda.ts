import { webhookRoutes } from "@smart-webhooks/runtime/lambda";
import { MyGitHubHandler } from "./my-github-handler.js";

// Behind an API Gateway, a function URL or a load balancer.
export const handler = webhookRoutes({
  github: new MyGitHubHandler(),
});
