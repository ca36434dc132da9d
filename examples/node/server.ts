import { createServer } from "node:http";
import { webhookRoutes } from "@smart-webhooks/runtime/node";
import { MyGitHubHandler } from "../github.js";

createServer(webhookRoutes({ github: new MyGitHubHandler() })).listen(Number(process.env["PORT"] ?? 3000));
