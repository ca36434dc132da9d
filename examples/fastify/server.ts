import { webhookRoutes } from "@smart-webhooks/runtime/fastify";
import fastify from "fastify";
import { MyGitHubHandler } from "../github.js";

const app = fastify();
await app.register(webhookRoutes({ github: new MyGitHubHandler() }));
app.get("/", async () => "The rest of the application");
await app.listen({ port: Number(process.env["PORT"] ?? 3000) });
