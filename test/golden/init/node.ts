import { webhookRoutes } from "@smart-webhooks/runtime/node";
import { MyGitHubHandler } from "./my-github-handler.js";

// A listener for createServer of node:http.
export const webhooks = webhookRoutes({
  github: new MyGitHubHandler(),
});
