import { webhookRoutes } from "@smart-webhooks/runtime/fetch";
import { MyGitHubHandler } from "./my-github-handler.js";

// Takes a Request, gives a Response.
export const webhooks = webhookRoutes({
  github: new MyGitHubHandler(),
});
