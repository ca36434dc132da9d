import { webhookRoutes } from "@smart-webhooks/runtime/deno";
import { MyGitHubHandler } from "./my-github-handler.ts";

// For deno serve; from a server of your own, call its fetch(request).
export default webhookRoutes({
  github: new MyGitHubHandler(),
});
