import { webhookRoutes } from "@smart-webhooks/runtime/cloudflare";
import { MyGitHubHandler } from "./my-github-handler.js";

// A Worker. Secrets are read from process.env: nodejs_compat makes it.
export default webhookRoutes({
  github: new MyGitHubHandler(),
});
