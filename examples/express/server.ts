import { webhookRoutes } from "@smart-webhooks/runtime/express";
import express from "express";
import { MyGitHubHandler } from "../github.js";

const app = express();
// Above any body parser: a signature covers the bytes as they were sent.
app.use(webhookRoutes({ github: new MyGitHubHandler() }));
app.use(express.json());
app.get("/", (_request, response) => void response.send("The rest of the application"));
app.listen(Number(process.env["PORT"] ?? 3000));
