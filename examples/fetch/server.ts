import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { webhookRoutes } from "@smart-webhooks/runtime/fetch";
import { MyGitHubHandler } from "../github.js";

// A function from Request to Response: for any framework that speaks the web's language. Here Node serves it.
const webhooks = webhookRoutes({ github: new MyGitHubHandler() });

createServer(getRequestListener(webhooks)).listen(Number(process.env["PORT"] ?? 3000));
