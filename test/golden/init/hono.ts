import { webhookRoutes } from "@smart-webhooks/runtime/hono";
import { MyGitHubHandler } from "./my-github-handler.js";

// Mounted with app.use(webhooks).
export const webhooks = webhookRoutes({
  github: new MyGitHubHandler(),
});
