import { webhookRoutes } from "@smart-webhooks/runtime/next";
import { MyGitHubHandler } from "../../../github";

export const { GET, POST } = webhookRoutes({ github: new MyGitHubHandler() });
