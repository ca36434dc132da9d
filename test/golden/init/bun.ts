import { webhookRoutes } from "@smart-webhooks/runtime/bun";
import { MyGitHubHandler } from "./my-github-handler.js";

// For bun run; from a server of your own, call its fetch(request).
export default webhookRoutes({
  github: new MyGitHubHandler(),
});
