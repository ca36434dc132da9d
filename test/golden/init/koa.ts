import { webhookRoutes } from "@smart-webhooks/runtime/koa";
import { MyGitHubHandler } from "./my-github-handler.js";

// Mounted with app.use(webhooks) above any body parser: a signature covers the bytes as they were sent.
export const webhooks = webhookRoutes({
  github: new MyGitHubHandler(),
});
