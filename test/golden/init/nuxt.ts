import { webhookRoutes } from "@smart-webhooks/runtime/node";
import { MyGitHubHandler } from "../../src/webhooks/my-github-handler.js";

// Nitro imports fromNodeMiddleware by itself.
export default fromNodeMiddleware(webhookRoutes({
  github: new MyGitHubHandler(),
}));
