import { app } from "@azure/functions";
import { webhookRoutes } from "@smart-webhooks/runtime/azure";
import { MyGitHubHandler } from "../github.js";

export const handler = webhookRoutes({ github: new MyGitHubHandler() }, { basePath: "/api" });

// Functions are served below /api. Their level is anonymous, as the signature is what admits a delivery.
app.http("webhooks", { route: "webhooks/{*path}", methods: ["GET", "POST"], authLevel: "anonymous", handler });
