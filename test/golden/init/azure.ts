import { app } from "@azure/functions";
import { webhookRoutes } from "@smart-webhooks/runtime/azure";
import { MyGitHubHandler } from "../webhooks/my-github-handler.js";

// Functions are served below /api.
const handler = webhookRoutes({
  github: new MyGitHubHandler(),
}, { basePath: "/api" });

// Anonymous, as the signature is what admits a delivery.
app.http("webhooks", { route: "webhooks/{*path}", methods: ["GET", "POST"], authLevel: "anonymous", handler });
