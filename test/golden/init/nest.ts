import { webhookRoutes } from "@smart-webhooks/runtime/nest";
import { MyGitHubHandler } from "./my-github-handler.js";

// Mounted with app.use(webhooks) before app.listen(): so they come before Nest's body parsers.
export const webhooks = webhookRoutes({
  github: new MyGitHubHandler(),
});
