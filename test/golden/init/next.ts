import { webhookRoutes } from "@smart-webhooks/runtime/next";
import { MyGitHubHandler } from "../../../src/webhooks/my-github-handler.js";

// Next serves every webhook below this folder.
export const { GET, POST } = webhookRoutes({
  github: new MyGitHubHandler(),
});
