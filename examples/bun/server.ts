import { webhookRoutes } from "@smart-webhooks/runtime/bun";
import { MyGitHubHandler } from "../github.js";

export default webhookRoutes({ github: new MyGitHubHandler() });
