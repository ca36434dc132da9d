import { webhookRoutes } from "@smart-webhooks/runtime/fastify";
import { MyGitHubHandler } from "./my-github-handler.js";

// A plugin: await app.register(webhooks).
export const webhooks = webhookRoutes({
  github: new MyGitHubHandler(),
});
