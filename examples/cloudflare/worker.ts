import { webhookRoutes } from "@smart-webhooks/runtime/cloudflare";
import { MyGitHubHandler } from "../github.js";

export default webhookRoutes({ github: new MyGitHubHandler() });
