import { webhookRoutes } from "@smart-webhooks/runtime/h3";
import { H3, serve } from "h3";
import { MyGitHubHandler } from "../github.js";

const app = new H3();
app.use(webhookRoutes({ github: new MyGitHubHandler() }));
app.get("/", () => "The rest of the application");
serve(app, { port: Number(process.env["PORT"] ?? 3000) });
