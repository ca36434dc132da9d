import { webhookRoutes } from "@smart-webhooks/runtime/deno";
import { MyGitHubHandler } from "../github.js";

export default webhookRoutes({ github: new MyGitHubHandler() });
