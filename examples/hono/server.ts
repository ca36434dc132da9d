import { serve } from "@hono/node-server";
import { webhookRoutes } from "@smart-webhooks/runtime/hono";
import { Hono } from "hono";
import { MyGitHubHandler } from "../github.js";

const app = new Hono();
app.use(webhookRoutes({ github: new MyGitHubHandler() }));
app.get("/", (c) => c.text("The rest of the application"));
serve({ fetch: app.fetch, port: Number(process.env["PORT"] ?? 3000) });
